// A form as a dialog: what was typed is kept when it is closed, refused, or cannot be sent.

import { newKey, Refused } from "./api.js";
import { field } from "./fields.js";
import { ICONS, icon, make, newId } from "./dom.js";
import { word } from "./words.js";

export class OpenForm {
  // kept is what a form of an earlier look at the page left behind; changed hears of every touch.
  constructor(form, { name, language, kept, send, closed, changed }) {
    this.form = form;
    this.title = form.title;
    this.send = send;
    this.changed = changed;
    this.key = kept?.key ?? newKey();
    this.sending = false;
    const heading = make("h2", { id: newId("form") }, form.title);
    this.fields = form.inputs.map((input) => field(kept ? refilled(input, kept.values[input.name] ?? []) : input, language));
    this.trouble = make("div", { class: "trouble", role: "alert", hidden: true });
    this.button = make("button", { type: "submit", class: "primary" }, form.submit);
    const close = make("button", { type: "button", onclick: () => this.dialog.close() }, word("form-close", {}, language));
    this.body = make(
      "form",
      { noValidate: true, onsubmit: (event) => this.submit(event), oninput: () => this.changed() },
      make("header", {}, make("p", { class: "for" }, word("form-of", { name }, language)), heading),
      make("div", { class: "fields" }, form.intro && make("p", { class: "intro" }, form.intro), this.fields.map((one) => one.element)),
      make("footer", {}, this.trouble, make("p", { class: "hint" }, word("form-hint", {}, language)), make("div", { class: "buttons" }, this.button, close)),
    );
    this.dialog = make("dialog", { lang: language, "aria-labelledby": heading.id }, this.body);
    this.dialog.addEventListener("close", () => {
      this.dialog.remove();
      closed();
    });
  }

  show() {
    if (this.dialog.open) return;
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.fields[0]?.focus();
  }

  get isOpen() {
    return this.dialog.open;
  }

  hide() {
    if (this.dialog.open) this.dialog.close();
  }

  discard() {
    this.hide();
  }

  values() {
    return Object.fromEntries(this.fields.map((one) => [one.name, one.values()]));
  }

  // All that brings it back after a reload, under the same key: sent in before, it counts once.
  keep() {
    return { form: this.form, values: this.values(), key: this.key };
  }

  async submit(event) {
    event.preventDefault();
    if (this.sending) return;
    this.sending = true;
    this.complain(null);
    try {
      this.point(await this.send(this.values(), this.key));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.complain(error.message);
    } finally {
      this.sending = false;
    }
  }

  // Shows each fault at its field and goes to the first; without faults the form is done.
  point(faults) {
    for (const one of this.fields) one.fault(faults[one.name]);
    const names = Object.keys(faults);
    if (!names.length) return this.dialog.close();
    this.key = newKey();
    this.changed();
    const first = this.fields.find((one) => one.name in faults);
    if (first) first.focus();
    else this.complain(Object.values(faults).join(" "));
  }

  complain(sentence) {
    this.trouble.hidden = !sentence;
    this.trouble.replaceChildren(...(sentence ? [icon(ICONS.warning), make("span", {}, sentence)] : []));
  }
}

// An input as it was left: it holds what was filled in, in whichever way its kind does.
function refilled(input, values) {
  return { ...input, value: values[0] ?? "", values, on: values.includes("yes") };
}
