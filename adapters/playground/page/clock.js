// The clock bar: what time it is in each office, the moves, and how far one has come.

import { quietly, Refused, tell } from "./api.js";
import { make } from "./dom.js";
import { changed, on, person, refresh, setClock, state } from "./state.js";
import { dayOf, onLanguage, when, word } from "./words.js";

const offices = document.getElementById("offices");
const progress = document.getElementById("progress");
const status = document.getElementById("status");
const stop = document.getElementById("stop");
const quiet = document.getElementById("quiet");
const unread = document.getElementById("unread");
const moves = [...document.querySelectorAll("[data-move]")];

export function startClock(openChat) {
  for (const button of moves) button.addEventListener("click", () => move(button.dataset.move));
  stop.addEventListener("click", () => quietly(tell("clock/stop", {})));
  on("clock", show);
  on("people", () => showUnread(openChat));
  on("unread", () => showUnread(openChat));
  onLanguage(() => {
    if (state.clock) show();
    showUnread(openChat);
  });
}

export async function move(to) {
  all = false;
  changed("moving");
  await begin(to, "clock/move", { to });
}

// Plays everybody but some people: act is join or answer.
export async function playOthers(act, but) {
  await begin(act, `others/${act}`, { but });
}

// Shows at once that something long begins, so that nobody begins it twice.
async function begin(name, path, data) {
  if (state.clock.running) return;
  state.beginning = name;
  setClock(state.clock);
  try {
    const clock = await tell(path, data);
    state.beginning = null;
    setClock(clock);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    state.beginning = null;
    moving = "";
    await quietly(refresh({ force: true }));
    say(error.message);
  }
}

export function say(sentence) {
  status.textContent = sentence;
  quiet.hidden = true;
}

const SHOWN = 8; // Names with new messages that are shown at once; one click shows all.

let moving = "";
let all = false;

function show() {
  const { clock } = state;
  offices.replaceChildren(...clock.offices.map(showOffice));
  const running = clock.running !== "";
  for (const button of moves) button.disabled = running;
  // Whoever held a button that goes away gets the one in its place.
  if (running && stop.hidden && moves.includes(document.activeElement)) queueMicrotask(() => stop.focus());
  if (!running && document.activeElement === stop) queueMicrotask(() => moves.find((one) => one.dataset.move === moving)?.focus());
  stop.hidden = !running;
  progress.hidden = !running;
  if (running && !moving) say(word("clock-moving"));
  if (running) showProgress(clock);
  else if (moving) say(summary(clock));
  moving = clock.running;
}

function showOffice(office) {
  const { now } = office;
  const time = when(office.opens_at, "time");
  const later = dayOf(office.opens_at) === dayOf(now) ? time : `${when(office.opens_at, "short")}, ${time}`;
  const open = office.open ? word("office-open") : word("office-closed", { when: later });
  return make(
    "li",
    { class: office.open ? "office open" : "office" },
    make("strong", {}, office.name),
    make("time", { dateTime: now }, make("span", { class: "hour" }, when(now, "time")), " ", make("span", { class: "date" }, when(now, "short"))),
    make("small", {}, open),
  );
}

function showProgress(clock) {
  const bar = progress.firstElementChild;
  if (clock.done !== null) {
    bar.style.inlineSize = `${Math.round(100 * clock.done)}%`;
    progress.setAttribute("aria-valuenow", Math.round(100 * clock.done));
  } else {
    bar.style.inlineSize = "100%";
    progress.removeAttribute("aria-valuenow");
  }
  progress.classList.toggle("endless", clock.done === null);
}

function summary(clock) {
  if (clock.failed) return word("clock-failed");
  const { now, name } = clock.offices[0];
  const where = { office: name, day: when(now, "day"), time: when(now, "time") };
  if (moving === "join" || moving === "answer") return word(`others-${moving}`);
  if (!clock.arrived) return word(moving === "next" ? "clock-nothing" : "clock-moved", where);
  return word("clock-arrived", { ...where, count: clock.arrived });
}

// Who got something that nobody has looked at yet; a click opens their chat.
function showUnread(openChat) {
  const waiting = [...state.unread].reverse().filter(([address]) => person(address));
  unread.hidden = !waiting.length;
  quiet.hidden = waiting.length > 0 || status.textContent !== "";
  const hidden = all ? 0 : Math.max(0, waiting.length - SHOWN - 1);
  unread.replaceChildren(...waiting.slice(0, hidden ? SHOWN : waiting.length).map(([address, count]) => chip(address, count, openChat)));
  const more = make("button", { type: "button", class: "chip more", onclick: () => expand(openChat) }, word("more-unread", { count: hidden }));
  if (hidden) unread.append(make("li", {}, more));
}

function chip(address, count, openChat) {
  const { name } = person(address);
  const badge = make("span", { class: "count" }, String(count));
  const spoken = make("span", { class: "hidden" }, ` (${word("new-messages")})`);
  return make("li", {}, make("button", { type: "button", class: "chip", onclick: () => openChat(address) }, name, " ", badge, spoken));
}

function expand(openChat) {
  all = true;
  showUnread(openChat);
  unread.children[SHOWN]?.firstElementChild.focus();
}

export function countUnread({ address, message }, shown) {
  if (!message.card || !message.key || shown.includes(address)) return;
  // A button was pressed there: whoever pressed it has read it.
  if (message.chosen) {
    if (state.unread.delete(address)) changed("unread");
    return;
  }
  const count = (state.unread.get(address) ?? 0) + 1;
  state.unread.delete(address);
  state.unread.set(address, count);
  changed("unread");
}
