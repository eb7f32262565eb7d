// Starts the page: two chats, the clock, the panels, and the live stream that feeds them.

import { live, quietly } from "./api.js";
import { Chat } from "./chat.js";
import { countUnread, move, playOthers, say, startClock } from "./clock.js";
import { store, stored } from "./dom.js";
import { cast } from "./guide.js";
import { select, startPanels } from "./panels.js";
import { changed, on, person, refresh, setClock, state } from "./state.js";
import { learn, onLanguage, preferred, speak, word } from "./words.js";

const main = document.getElementById("main");
const views = [...document.querySelectorAll("[data-view]")];
const chats = ["chat-1", "chat-2"].map((id) => new Chat(document.getElementById(id), (address) => {
  store(id, address);
  nameViews();
}));
let latest = chats[0];

for (const chat of chats) chat.element.addEventListener("focusin", () => (latest = chat));

function view(name) {
  main.dataset.shown = name;
  for (const button of views) {
    if (button.dataset.view === name) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  for (const chat of chats) chat.seen();
}

function nameViews() {
  views.forEach((button, place) => {
    const one = chats[place] && person(chats[place].address);
    if (one) button.textContent = one.name;
  });
}

// Opens a chat where it already is, else in the one used last.
async function openChat(address) {
  const chat = chats.find((one) => one.address === address) ?? latest;
  if (chat.address !== address) await chat.open(address);
  view(chat.element.id);
  chat.composer.focus();
  return chat;
}

const acts = {
  async write(address, line) {
    (await openChat(address)).composer.put(line);
  },
  run(name) {
    if (name === "join" || name === "answer") return playOthers(name, chats.map((chat) => chat.address));
    if (name === "week") select("digests");
    return move(name);
  },
};

async function start() {
  await learn();
  speak(preferred());
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => speak(button.dataset.language));
  }
  for (const button of views) button.addEventListener("click", () => view(button.dataset.view));
  startClock(openChat);
  startPanels(acts);
  onLanguage(nameViews);
  on("people", nameViews);
  await refresh();
  const first = [cast("employee").address, cast("coordinator").address];
  await Promise.all(chats.map((chat, place) => chat.open(person(stored(chat.element.id))?.address ?? first[place])));
  view("chat-1");
  nameViews();
  let lost = false;
  live({
    message(change) {
      countUnread(change, chats.filter((chat) => chat.element.offsetParent).map((chat) => chat.address));
      changed("message", change);
    },
    clock: (clock) => setClock(clock),
    // Whatever happened before the stream was open, or while it was lost, is asked for once.
    async open() {
      if (lost) say(word("back-again"));
      lost = false;
      await quietly(Promise.all([refresh({ force: true }), ...chats.map((chat) => chat.catchUp())]));
    },
    lost() {
      if (!lost) say(word("unreachable"));
      lost = true;
    },
  });
  document.body.dataset.ready = "true";
}

start();
