// A tour of one programme: what to try, as whom, in which order.

import { make } from "./dom.js";
import { isCoordinator, state } from "./state.js";
import { language, word } from "./words.js";

const STEPS = [
  { key: "programme", as: "coordinator", line: { en: "/mentor programme", fr: "/mentor programme" } },
  { key: "join", as: "employee", line: { en: "/mentor join", fr: "/mentor rejoindre" } },
  { key: "others", act: "join" },
  { key: "match", as: "coordinator", line: { en: "/mentor match", fr: "/mentor jumeler" } },
  { key: "accept", act: "answer" },
  { key: "checkin", act: "next" },
  { key: "digest", act: "week" },
];

// acts: write(address, line) fills in a chat's line, run(name) moves the clock or lets all join.
export function showGuide(panel, acts) {
  panel.replaceChildren(
    make("p", { class: "lead" }, word("guide-lead")),
    make("ol", { class: "steps" }, STEPS.map((step) => make("li", {}, make("p", {}, word(`guide-${step.key}`, names())), button(step, acts)))),
    make("p", { class: "hint" }, word("guide-end")),
  );
}

function button(step, acts) {
  const act = step.act ? () => acts.run(step.act) : () => acts.write(cast(step.as).address, step.line[language]);
  const label = step.act ? word(`guide-${step.key}-do`) : step.line[language];
  return make("button", { type: "button", onclick: act }, label);
}

function names() {
  return { coordinator: cast("coordinator").name, employee: cast("employee").name };
}

export function cast(role) {
  const plain = state.people.filter((one) => one.roles.length === 1);
  return (role === "coordinator" ? state.people.find(isCoordinator) : plain.sort((a, b) => a.level - b.level)[1]) ?? state.people[0];
}
