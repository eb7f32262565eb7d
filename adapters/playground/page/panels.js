// Beside the chats: a guide, what HR sees, and the outbox, as tabs.

import { ask, quietly } from "./api.js";
import { showCard } from "./card.js";
import { make } from "./dom.js";
import { showGuide } from "./guide.js";
import { on, state } from "./state.js";
import { onLanguage, when, word } from "./words.js";

const tabs = [...document.querySelectorAll("[role=tab]")];
const panels = Object.fromEntries(tabs.map((tab) => [tab.getAttribute("aria-controls"), document.getElementById(tab.getAttribute("aria-controls"))]));
const LOOKS = { digests: showDigests, outbox: showOutbox };
const PAUSE = 300; // Milliseconds that changes are gathered before a panel asks anew.

let timer = null;

export function startPanels(acts) {
  for (const tab of tabs) {
    tab.addEventListener("click", () => select(tab.getAttribute("aria-controls")));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
      select(next.getAttribute("aria-controls"));
      next.focus();
    });
  }
  on("message", soon);
  on("clock", soon);
  const guide = () => state.people.length && showGuide(panels.guide, acts);
  let names = "";
  on("people", () => {
    const now = state.people.map((one) => one.address).join();
    if (now !== names) guide();
    names = now;
  });
  onLanguage(() => {
    guide();
    if (state.clock) look();
  });
}

export function select(name) {
  for (const tab of tabs) {
    const chosen = tab.getAttribute("aria-controls") === name;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
  }
  for (const [each, panel] of Object.entries(panels)) panel.hidden = each !== name;
  look();
}

function soon() {
  timer ??= setTimeout(() => {
    timer = null;
    look();
  }, PAUSE);
}

function look() {
  for (const [name, show] of Object.entries(LOOKS)) if (!panels[name].hidden) quietly(show(panels[name]));
}

async function showDigests(panel) {
  const { digests } = await ask("digests");
  panel.replaceChildren(
    make("p", { class: "lead" }, word("digests-lead")),
    ...(digests.length ? [] : [make("p", { class: "nothing" }, word("digests-none"))]),
    ...digests.map(({ name, language, message }) =>
      make("article", {}, make("p", { class: "meta" }, word("digest-for", { name, when: when(message.at, "stamp") })), showCard(message.card, language)),
    ),
  );
}

async function showOutbox(panel) {
  const { counts, rows } = await ask("outbox");
  const { name } = state.clock.offices[0];
  const states = Object.entries(counts).sort();
  const heads = ["when", "who", "kind", "state", "attempts"].map((key) => make("th", { scope: "col" }, word(`outbox-${key}`)));
  const table = make("table", { class: "outbox" }, make("caption", { class: "hidden" }, word("outbox-caption", { office: name })), make("thead", {}, make("tr", {}, heads)), make("tbody", {}, rows.map(showDelivery)));
  panel.replaceChildren(
    make("p", { class: "lead" }, word("outbox-lead", { office: name })),
    make("ul", { class: "counts" }, states.map(([each, count]) => make("li", {}, badge(each), ` ${count}`))),
    rows.length ? make("div", { class: "wide" }, table) : make("p", { class: "nothing" }, word("outbox-none")),
  );
}

function showDelivery(row) {
  const who = make("th", { scope: "row" }, row.to, make("small", {}, row.title));
  return make("tr", {}, make("td", {}, make("span", {}, when(row.due_at, "date")), " ", make("span", {}, when(row.due_at, "time"))), who, make("td", {}, word(`kind-${row.kind}`)), make("td", {}, badge(row.state)), make("td", { class: "number" }, String(row.attempts)));
}

function badge(each) {
  return make("span", { class: `badge ${each}` }, word(`state-${each}`));
}
