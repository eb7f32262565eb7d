// Chooses who somebody is in a chat: a button that opens a searchable list.

import { folded, ICONS, icon, make, newId } from "./dom.js";
import { on, person, state } from "./state.js";
import { languageName, onLanguage, word } from "./words.js";

export class Picker {
  constructor(choose) {
    this.choose = choose;
    this.chosen = null;
    this.active = 0;
    const id = newId("people");
    this.button = make("button", { type: "button", class: "who", "aria-haspopup": "dialog", "aria-expanded": "false", onclick: () => this.toggle() });
    this.search = make("input", {
      type: "text", role: "combobox", autocomplete: "off", spellcheck: false, "aria-controls": id, "aria-expanded": "true", "aria-autocomplete": "list",
      oninput: () => this.fill(0), onkeydown: (event) => this.key(event),
    });
    this.options = make("ul", { role: "listbox", id, class: "people" });
    this.popup = make("div", { class: "picker-popup", role: "dialog", hidden: true }, make("div", { class: "search" }, icon(ICONS.search), this.search), this.options);
    this.element = make("div", { class: "picker" }, this.button, this.popup);
    this.element.addEventListener("focusout", (event) => {
      if (!this.element.contains(event.relatedTarget)) this.close();
    });
    on("people", () => this.show());
    on("unread", () => this.show());
    onLanguage(() => this.show());
  }

  set(address) {
    this.chosen = address;
    this.show();
  }

  show() {
    const one = person(this.chosen);
    if (!one) return;
    this.button.replaceChildren(make("span", { class: "hidden" }, word("you-are")), face(one), who(one), icon(ICONS.down));
    this.search.placeholder = word("find-person");
    this.search.setAttribute("aria-label", word("find-person"));
    this.options.setAttribute("aria-label", word("people"));
    this.popup.setAttribute("aria-label", word("choose-person"));
    if (!this.popup.hidden) this.fill(this.active);
  }

  toggle() {
    if (!this.popup.hidden) return this.close();
    this.popup.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.search.value = "";
    this.fill(Math.max(0, state.people.findIndex((one) => one.address === this.chosen)));
    this.search.focus();
  }

  close() {
    this.popup.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  found() {
    const words = folded(this.search.value).split(/\s+/);
    return state.people.filter((one) => words.every((part) => folded(describe(one)).includes(part)));
  }

  fill(active) {
    const people = this.found();
    this.active = Math.min(active, Math.max(0, people.length - 1));
    this.options.replaceChildren(...people.map((one, place) => this.option(one, place)));
    if (!people.length) this.options.append(make("li", { class: "nobody", role: "presentation" }, word("nobody-found")));
    const shown = this.options.children[this.active];
    this.search.setAttribute("aria-activedescendant", shown?.id ?? "");
    shown?.scrollIntoView({ block: "nearest" });
  }

  option(one, place) {
    const unread = state.unread.get(one.address);
    return make(
      "li",
      {
        role: "option", id: newId("person"), class: place === this.active ? "active" : "",
        "aria-selected": String(one.address === this.chosen),
        onpointerdown: (event) => event.preventDefault(), onclick: () => this.take(one),
      },
      face(one), who(one), unread ? make("span", { class: "count" }, word("count-new", { count: unread })) : null,
    );
  }

  key(event) {
    const people = this.found();
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key in steps) this.fill(Math.min(people.length - 1, Math.max(0, this.active + steps[event.key])));
    else if (event.key === "Enter" && people[this.active]) this.take(people[this.active]);
    else if (event.key === "Escape") this.leave();
    else return;
    event.preventDefault();
  }

  take(one) {
    this.leave();
    this.choose(one.address);
  }

  leave() {
    this.close();
    this.button.focus();
  }
}

function describe(one) {
  return [one.name, ...details(one)].join(" ");
}

function details(one) {
  if (one.erased) return [word("erased")];
  const roles = one.roles.filter((role) => role === "coordinator" || role === "concern_contact");
  return [...roles.map((role) => word(`role-${role.replace("_", "-")}`)), one.department, one.office, languageName(one.language)];
}

export function face(one) {
  const initials = one.name.split(/[\s-]+/).map((part) => part[0]).slice(0, 2).join("");
  const tint = [...one.name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 6, 0);
  return make("span", { class: `face tint-${tint}`, "aria-hidden": "true" }, initials);
}

function who(one) {
  return make("span", { class: "who-text" }, make("strong", {}, one.name), make("small", {}, details(one).join(" · ")));
}
