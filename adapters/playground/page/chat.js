// One person's chat: who it is, the conversation, a form left open, and the line to type in.

import { ask, newKey, quietly, Refused, tell } from "./api.js";
import { showCard } from "./card.js";
import { Composer } from "./composer.js";
import { ICONS, icon, make, newId, storedHere, storeHere } from "./dom.js";
import { OpenForm } from "./form.js";
import { Picker } from "./picker.js";
import { changed, on, person, refresh, state } from "./state.js";
import { dayOf, onLanguage, when, word } from "./words.js";

const NEAR = 80; // Pixels from the end within which a chat follows what is new.

export class Chat {
  constructor(element, remember) {
    this.element = element;
    this.remember = remember;
    this.address = null;
    this.messages = new Map();
    this.forms = new Map();
    this.kept = storedHere(`${element.id}.forms`) ?? {};
    this.waiting = new Set();
    this.before = Promise.resolve();
    this.picker = new Picker((address) => this.open(address));
    this.list = make("ol");
    this.log = make("div", { class: "log", role: "log", tabIndex: 0 }, this.list);
    this.heading = make("h2", { class: "hidden", id: newId("heading") });
    this.log.addEventListener("scroll", () => this.atEnd() && (this.below.hidden = true));
    this.below = make("button", { type: "button", class: "below", hidden: true, onclick: () => this.toEnd() });
    this.trouble = make("div", { class: "trouble", role: "alert", hidden: true });
    this.parked = make("div", { class: "parked", hidden: true });
    this.composer = new Composer((text) => this.say(text));
    const body = make("div", { class: "log-frame" }, this.log, this.below);
    element.setAttribute("aria-labelledby", this.heading.id);
    element.replaceChildren(make("header", {}, this.heading, this.picker.element), body, this.trouble, this.parked, this.composer.element);
    on("message", ({ address, message }) => address === this.address && this.receive(message));
    on("people", () => this.address && this.label());
    on("moving", () => this.toEnd());
    onLanguage(() => this.address && this.showAll());
  }

  async open(address) {
    if (this.address) this.forms.get(this.address)?.hide();
    this.address = address;
    this.messages.clear();
    this.picker.set(address);
    this.remember(address);
    this.seen();
    this.failed(null);
    this.label();
    this.composer.of(person(address));
    this.restore(address);
    try {
      const found = await ask(`chats/${encodeURIComponent(address)}`);
      if (this.address !== address) return;
      for (const message of found.messages) this.messages.set(message.id, message);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.failed(error.message);
      quietly(refresh());
    }
    this.showAll();
  }

  // Once more after the line was lost: whatever changed meanwhile.
  async catchUp() {
    const { address } = this;
    const latest = Math.max(0, ...[...this.messages.values()].map((message) => message.version));
    const found = await ask(`chats/${encodeURIComponent(address)}?after=${latest}`);
    if (this.address === address) for (const message of found.messages) this.receive(message);
  }

  get language() {
    return person(this.address).language;
  }

  // Somebody who changes language sees their conversation's dates in it at once.
  label() {
    const one = person(this.address);
    if (this.log.lang && this.log.lang !== one.language) queueMicrotask(() => this.showAll());
    this.log.lang = one.language;
    this.heading.textContent = word("chat-of", { name: one.name });
    this.log.setAttribute("aria-label", word("conversation-of", { name: one.name }));
    this.below.replaceChildren(icon(ICONS.down), word("new-below"));
  }

  showAll() {
    this.label();
    // A chat that is opened is not read aloud from its beginning; only what comes then is.
    this.log.setAttribute("aria-live", "off");
    this.list.replaceChildren(...(this.messages.size ? this.rows() : [this.empty()]));
    this.park();
    this.composer.of(person(this.address));
    this.toEnd();
    requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
  }

  rows() {
    const rows = [];
    let before = null;
    for (const message of this.messages.values()) {
      rows.push(...this.rowsOf(message, before));
      before = message;
    }
    return rows;
  }

  rowsOf(message, before) {
    const rows = [];
    if (!before || dayOf(before.at) !== dayOf(message.at)) {
      rows.push(make("li", { class: "day" }, make("span", {}, when(message.at, "day", this.language))));
    }
    rows.push(this.row(message));
    return rows;
  }

  row(message) {
    const { language } = this;
    const mine = !message.card;
    const time = make("time", { dateTime: message.at }, when(message.at, "time", language));
    const author = make("span", { class: "author" }, mine ? word("you", {}, language) : "Passerelle");
    const content = mine
      ? make("p", { class: "bubble" }, message.text)
      : showCard(message.card, language, (button) => this.press(message, button));
    const chosen = message.chosen && make("p", { class: "chosen" }, icon(ICONS.check), word("you-chose", { label: message.chosen }, language));
    const row = make("li", { class: mine ? "message mine" : "message" }, chosen || null, content, make("p", { class: "meta" }, author, " ", time));
    row.dataset.id = message.id;
    return row;
  }

  empty() {
    const help = word("help-line");
    const hello = make("button", { type: "button", onclick: () => this.say(help) }, help);
    return make("li", { class: "empty" }, make("p", {}, word("empty-chat")), hello);
  }

  receive(message) {
    const known = this.messages.get(message.id);
    if (known && known.version >= message.version) return;
    const follow = this.atEnd();
    const before = [...this.messages.values()].at(-1);
    this.messages.set(message.id, message);
    if (known) this.renew(message);
    else {
      this.log.querySelector(".empty")?.remove();
      const rows = this.rowsOf(message, before);
      rows.at(-1).classList.add("arriving");
      this.list.append(...rows);
    }
    if (follow || !message.card) this.toEnd();
    else if (!known) this.below.hidden = false;
    this.seen();
  }

  // A card in its own place: whoever had the keyboard there keeps it.
  renew(message) {
    const old = this.log.querySelector(`[data-id="${CSS.escape(message.id)}"]`);
    const held = old.contains(document.activeElement);
    const row = this.row(message);
    row.classList.add("arriving");
    old.replaceWith(row);
    if (held) row.querySelector(".card")?.focus({ preventScroll: true });
    this.toEnd(row);
  }

  seen() {
    if (!state.unread.has(this.address) || !this.element.offsetParent) return;
    state.unread.delete(this.address);
    changed("unread");
  }

  async say(text) {
    if (!(await this.gesture("say", { text }))) return false;
    this.toEnd();
    return true;
  }

  press(message, button) {
    const { action, subject, value } = button;
    return this.gesture("press", { message: message.id, action, subject, value });
  }

  // Gestures go one after the other; the same one twice in a row (a double click) goes once.
  async gesture(kind, data, key = newKey()) {
    const same = JSON.stringify([this.address, kind, data]);
    if (this.waiting.has(same)) return null;
    this.waiting.add(same);
    this.element.setAttribute("aria-busy", "true");
    const { address } = this;
    const sent = this.before.then(() => this.send(address, kind, data, key));
    this.before = sent.catch(() => null);
    try {
      return await sent;
    } finally {
      this.waiting.delete(same);
      this.element.setAttribute("aria-busy", String(this.waiting.size > 0));
    }
  }

  // A gesture that failed can be tried again under the same key, so it counts once.
  async send(address, kind, data, key) {
    try {
      const reply = await tell(kind, { address, key, ...data });
      this.failed(null);
      if (reply.form) this.fill(address, reply.form);
      quietly(refresh());
      return reply;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.failed(error.message, kind === "press" ? () => this.gesture(kind, data, key) : null);
      return null;
    }
  }

  failed(sentence, again) {
    this.trouble.hidden = !sentence;
    if (!sentence) return;
    const retry = again && make("button", { type: "button", onclick: again }, word("try-again"));
    this.trouble.replaceChildren(icon(ICONS.warning), make("span", {}, sentence), retry || "");
  }

  fill(address, form) {
    this.forms.get(address)?.discard();
    const open = this.lay(address, form);
    this.keep();
    open.show();
  }

  // Forms outlive a reload of the page, each where it was left.
  keep() {
    for (const [address, open] of this.forms) this.kept[address] = open.keep();
    storeHere(`${this.element.id}.forms`, this.kept);
  }

  restore(address) {
    const kept = this.kept[address];
    if (kept && !this.forms.has(address)) this.lay(address, kept.form, kept);
  }

  lay(address, form, kept) {
    const one = person(address);
    const open = new OpenForm(form, {
      name: one.name,
      language: one.language,
      kept,
      changed: () => this.keep(),
      send: async (values, key) => {
        const { action, subject } = form;
        const reply = await tell("submit", { address, key, action, subject, values });
        if (!Object.keys(reply.faults).length) {
          this.forget(address);
          open.hide();
          if (reply.form) this.fill(address, reply.form);
          quietly(refresh());
        }
        return reply.faults;
      },
      closed: () => {
        this.park();
        this.composer.focus();
      },
    });
    this.forms.set(address, open);
    return open;
  }

  forget(address) {
    this.forms.delete(address);
    delete this.kept[address];
    this.keep();
  }

  // A form that was closed without sending waits above the line to type in.
  park() {
    const form = this.forms.get(this.address);
    this.parked.hidden = !form || form.isOpen;
    if (!form) return;
    const drop = () => {
      this.forget(this.address);
      this.park();
      this.composer.focus();
    };
    this.parked.replaceChildren(
      make("span", {}, word("form-waits", { title: form.title })),
      make("button", { type: "button", class: "primary", onclick: () => this.unpark(form) }, word("form-continue")),
      make("button", { type: "button", onclick: drop }, word("form-discard")),
    );
  }

  unpark(form) {
    this.parked.hidden = true;
    form.show();
  }

  atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR;
  }

  toEnd(row = this.list.lastElementChild) {
    this.below.hidden = true;
    const last = row === this.list.lastElementChild;
    // A card longer than the window is shown from its beginning.
    if (last && row && row.offsetHeight < this.log.clientHeight) this.log.scrollTop = this.log.scrollHeight;
    else row?.scrollIntoView({ block: row.offsetHeight < this.log.clientHeight ? "nearest" : "start" });
  }
}
