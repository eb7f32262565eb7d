// The line to type in, with suggestions for what can follow /mentor.

import { ICONS, icon, make, newId } from "./dom.js";
import { onLanguage, word } from "./words.js";

const PREFIX = "/mentor ";

export class Composer {
  constructor(send) {
    this.send = send;
    this.commands = [];
    this.active = -1;
    const id = newId("suggestions");
    this.line = make("textarea", {
      rows: 1, maxLength: 20000, autocomplete: "off", "aria-controls": id, "aria-haspopup": "listbox", "aria-autocomplete": "list",
      oninput: () => this.suggest(), onkeydown: (event) => this.key(event), onblur: () => this.hide(),
    });
    this.options = make("ul", { role: "listbox", id, class: "suggestions", hidden: true });
    this.button = make("button", { type: "submit", class: "primary send" }, icon(ICONS.send));
    this.element = make("form", { class: "composer", noValidate: true, onsubmit: (event) => this.submit(event) }, this.options, this.line, this.button);
    onLanguage(() => this.label());
  }

  of(one) {
    this.line.lang = one.language;
    this.commands = one.commands ?? [];
    this.name = one.name;
    this.label();
  }

  label() {
    if (!this.name) return;
    this.line.placeholder = word("write-here");
    this.line.setAttribute("aria-label", word("write-as", { name: this.name }));
    this.button.setAttribute("aria-label", word("send"));
    this.options.setAttribute("aria-label", word("suggestions"));
  }

  focus() {
    this.line.focus();
  }

  put(text) {
    this.line.value = text;
    this.grow();
    this.focus();
  }

  found() {
    const typed = this.line.value.toLowerCase();
    if (!typed.startsWith("/")) return [];
    const lines = this.commands.map((command) => PREFIX + command);
    return lines.filter((line) => line.startsWith(typed) && line !== typed);
  }

  suggest() {
    this.grow();
    const found = this.found();
    this.active = -1;
    this.options.replaceChildren(
      ...found.map((line) =>
        make("li", { role: "option", id: newId("suggestion"), "aria-selected": "false", onpointerdown: (event) => event.preventDefault(), onclick: () => this.take(line) }, line),
      ),
    );
    this.options.hidden = !found.length;
    this.mark();
  }

  mark() {
    [...this.options.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === this.active)));
    const option = this.options.children[this.active];
    option?.scrollIntoView({ block: "nearest" });
    this.line.setAttribute("aria-activedescendant", option?.id ?? "");
  }

  hide() {
    this.options.hidden = true;
    this.active = -1;
    this.mark();
  }

  take(line) {
    this.put(line);
    this.hide();
  }

  key(event) {
    const count = this.options.hidden ? 0 : this.options.children.length;
    if (count && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.active = this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count;
      this.mark();
    } else if (count && event.key === "Escape") this.hide();
    else if (count && event.key === "Tab" && !event.shiftKey) this.take(this.found()[Math.max(0, this.active)]);
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      if (count && this.active >= 0) this.take(this.found()[this.active]);
      else return this.submit(event);
    } else return;
    event.preventDefault();
  }

  // What was typed stays until it has arrived.
  async submit(event) {
    event.preventDefault();
    const text = this.line.value;
    this.hide();
    if (!text.trim() || !(await this.send(text))) return;
    if (this.line.value === text) this.line.value = "";
    this.grow();
  }

  grow() {
    this.line.style.blockSize = "auto";
    this.line.style.blockSize = `${this.line.scrollHeight + 2}px`;
  }
}
