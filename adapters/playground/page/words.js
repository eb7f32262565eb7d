// The page's own words, dates and times: around the chats in the language chosen for the page, inside
// a conversation or a form in the language of the person who has it.

import { store, stored } from "./dom.js";

const LANGUAGES = ["fr", "en"];
const listeners = [];
const catalogue = {};

export let language = "en";

export function word(key, blanks = {}, inLanguage = language) {
  const text = catalogue[inLanguage]?.[key];
  if (text === undefined) throw new Error(`no text for ${key}`);
  return text.replace(/\{(\w+)\}/g, (blank, name) => (name in blanks ? String(blanks[name]) : blank));
}

export function preferred() {
  const wished = [stored("language"), ...navigator.languages];
  return wished.map((name) => String(name).slice(0, 2)).find((name) => LANGUAGES.includes(name)) ?? "en";
}

export async function learn() {
  for (const each of LANGUAGES) {
    const answer = await fetch("/api/words", { headers: { "Accept-Language": each } });
    catalogue[each] = (await answer.json()).words;
  }
}

export function speak(wanted) {
  language = wanted;
  store("language", language);
  document.documentElement.lang = language;
  fillWords(document);
  for (const listener of listeners) listener();
}

export function onLanguage(listener) {
  listeners.push(listener);
}

function fillWords(root) {
  for (const element of root.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of root.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
  for (const button of root.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
  document.title = `${word("name")} – Passerelle`;
}

const FORMATS = {
  time: { hour: "numeric", minute: "2-digit" },
  day: { weekday: "long", day: "numeric", month: "long" },
  short: { weekday: "short", day: "numeric", month: "short" },
  date: { day: "numeric", month: "short" },
  stamp: { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
};

// A local time in words: how is one of time, day, short, stamp. The server sends local times, and
// their digits are shown as they are: a browser may know other rules for a zone than the bot does.
export function when(local, how, inLanguage = language) {
  const locale = inLanguage === "fr" ? "fr-CA" : "en-CA";
  const digits = new Date(`${local.slice(0, 19)}Z`);
  const words = new Intl.DateTimeFormat(locale, { ...FORMATS[how], timeZone: "UTC" }).format(digits);
  // "1 mars" is "1er mars" in French; hours, and the days of eleven, stay as they are.
  return inLanguage === "fr" ? words.replace(/(?<![\p{L}\d])1 (?=\p{L}{3})/u, "1er ") : words;
}

export function dayOf(local) {
  return local.slice(0, 10);
}

export function languageName(code) {
  return new Intl.DisplayNames([language], { type: "language" }).of(code);
}
