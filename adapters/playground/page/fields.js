// One field of a form: its label, hint, input and fault, and how what was filled in is read.

import { folded, make, newId } from "./dom.js";
import { word } from "./words.js";

const FEW = 7; // Up to so many options are shown at once; more of them drop down.
const MANY = 18; // From so many on, a long list can be searched.

const KINDS = { text, date, choice, switch: toggle };

export function field(input, language) {
  return KINDS[input.kind]({ ...input, say: (key, blanks) => word(key, blanks, language) });
}

function choice(input) {
  if (input.most > 1) return many(input);
  return input.options.length <= FEW ? one(input) : menu(input);
}

// The frame around an input; group names what holds several of them.
function frame(input, { control, values, focus, group = false, extra = null }) {
  const fault = make("p", { class: "fault", id: newId("fault"), hidden: true });
  const hint = input.hint ? make("p", { class: "hint", id: newId("hint") }, input.hint) : null;
  const need = make("small", { class: "need" }, input.say(input.required ? "required" : "optional"));
  const described = [hint?.id, fault.id].filter(Boolean).join(" ");
  const target = group ? null : control;
  let element;
  if (group) {
    element = make("fieldset", { class: "field", "aria-describedby": described }, make("legend", {}, input.label, " ", need), hint, extra, control, fault);
  } else {
    control.id = newId("input");
    control.setAttribute("aria-describedby", described);
    if (input.required) control.setAttribute("aria-required", "true");
    element = make("div", { class: "field" }, make("label", { htmlFor: control.id }, input.label, " ", need), hint, control, extra, fault);
  }
  return {
    name: input.name,
    element,
    values,
    focus,
    fault(sentence) {
      fault.hidden = !sentence;
      fault.textContent = sentence ?? "";
      (target ?? element).toggleAttribute("data-faulty", Boolean(sentence));
      for (const part of target ? [target] : element.querySelectorAll("input")) {
        if (sentence) part.setAttribute("aria-invalid", "true");
        else part.removeAttribute("aria-invalid");
      }
    },
  };
}

function text(input) {
  const control = input.long ? make("textarea", { rows: 4 }) : make("input", { type: "text", autocomplete: "off" });
  control.value = input.value;
  const count = make("small", { class: "counter", "aria-hidden": "true" });
  const tick = () => {
    count.textContent = `${control.value.length} / ${input.limit}`;
    count.hidden = control.value.length < input.limit * 0.7;
    count.classList.toggle("over", control.value.length > input.limit);
  };
  control.addEventListener("input", tick);
  tick();
  return frame(input, { control, extra: count, values: () => (control.value ? [control.value] : []), focus: () => control.focus() });
}

function date(input) {
  const control = make("input", { type: "date", value: input.value });
  return frame(input, { control, values: () => (control.value ? [control.value] : []), focus: () => control.focus() });
}

function menu(input) {
  const control = make("select", {}, make("option", { value: "" }, input.say("choose-one")), input.options.map((option) => make("option", { value: option.value }, option.label)));
  control.value = input.values[0] ?? "";
  return frame(input, { control, values: () => (control.value ? [control.value] : []), focus: () => control.focus() });
}

function boxes(input, type) {
  const name = newId("group");
  const inputs = input.options.map((option) => make("input", { type, name, value: option.value, checked: input.values.includes(option.value) }));
  const rows = inputs.map((box, place) => make("label", { class: "option" }, box, make("span", {}, input.options[place].label)));
  return { inputs, control: make("div", { class: "options" }, rows) };
}

function picked(inputs) {
  return inputs.filter((box) => box.checked).map((box) => box.value);
}

function one(input) {
  const { inputs, control } = boxes(input, "radio");
  const focus = () => (inputs.find((box) => box.checked) ?? inputs[0]).focus();
  return frame(input, { control, group: true, values: () => picked(inputs), focus });
}

function many(input) {
  const { inputs, control } = boxes(input, "checkbox");
  const count = make("p", { class: "counter", "aria-live": "polite" });
  const tick = () => {
    const chosen = picked(inputs).length;
    count.textContent = input.say("chosen-of", { count: chosen, most: input.most });
    count.hidden = input.most >= inputs.length;
    for (const box of inputs) box.disabled = !box.checked && chosen >= input.most;
  };
  control.addEventListener("change", tick);
  tick();
  const extra = make("div", { class: "above" }, inputs.length >= MANY ? search(input, control) : null, count);
  return frame(input, { control, group: true, extra, values: () => picked(inputs), focus: () => inputs[0]?.focus() });
}

// What is chosen stays in sight whatever is searched.
function search(input, control) {
  const label = input.say("find-option");
  const look = ({ target }) => {
    const wanted = folded(target.value);
    for (const row of control.children) row.hidden = !folded(row.textContent).includes(wanted) && !row.querySelector(":checked");
  };
  const stay = (event) => event.key === "Enter" && event.preventDefault();
  return make("input", { type: "search", placeholder: label, "aria-label": label, autocomplete: "off", oninput: look, onkeydown: stay });
}

function toggle(input) {
  const box = make("input", { type: "checkbox", role: "switch", id: newId("input"), checked: input.on });
  const fault = make("p", { class: "fault", id: newId("fault"), hidden: true });
  const hint = input.hint ? make("p", { class: "hint", id: newId("hint") }, input.hint) : null;
  box.setAttribute("aria-describedby", [hint?.id, fault.id].filter(Boolean).join(" "));
  const label = make("label", { htmlFor: box.id }, input.label);
  return {
    name: input.name,
    element: make("div", { class: "field switch" }, box, make("div", {}, label, hint, fault)),
    values: () => (box.checked ? ["yes"] : []),
    focus: () => box.focus(),
    fault(sentence) {
      fault.hidden = !sentence;
      fault.textContent = sentence ?? "";
      box.toggleAttribute("aria-invalid", Boolean(sentence));
    },
  };
}
