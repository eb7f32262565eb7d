// Shows one card: title, blocks, buttons, and what happens next.

import { ICONS, icon, make } from "./dom.js";

const BLOCKS = { text, heading, quote, facts, bullets, chart };
const numbers = (language) => new Intl.NumberFormat(language === "fr" ? "fr-CA" : "en-CA", { maximumFractionDigits: 1 });

// press(button) is called on a click; without it the card is only read.
export function showCard(card, language, press) {
  const shown = make("div", { class: "card", lang: language, tabIndex: -1 });
  if (card.title) shown.append(make("h3", {}, card.title));
  for (const block of card.body) shown.append(BLOCKS[block.kind](block, language));
  if (card.buttons.length && press) {
    shown.append(make("div", { class: "buttons" }, card.buttons.map((button) => showButton(button, press))));
  }
  if (card.next) shown.append(make("p", { class: "next" }, icon(ICONS.clock), make("span", {}, card.next)));
  return shown;
}

function showButton(button, press) {
  return make("button", { type: "button", class: button.style, onclick: () => press(button) }, button.label);
}

function text(block) {
  return make("p", { class: "text" }, block.text);
}

function heading(block) {
  return make("h4", {}, block.text);
}

function quote(block) {
  return make("blockquote", {}, make("p", {}, block.text), block.author && make("footer", {}, block.author));
}

function facts(block) {
  return make("dl", {}, block.rows.map(([label, value]) => make("div", {}, make("dt", {}, label), make("dd", {}, value))));
}

function bullets(block) {
  return make("ul", { class: "bullets" }, block.items.map((item) => make("li", {}, item)));
}

// The bars are drawn for the eye; label and number beside each are the text alternative.
function chart(block, language) {
  const most = Math.max(...block.values, 1);
  const rows = block.labels.map((label, place) => {
    const bar = make("span", { class: "bar", "aria-hidden": "true" }, make("span"));
    bar.firstChild.style.inlineSize = `${(100 * Math.max(0, block.values[place])) / most}%`;
    return make("tr", {}, make("th", { scope: "row" }, label), make("td", {}, bar), make("td", { class: "number" }, numbers(language).format(block.values[place])));
  });
  return make("table", { class: "chart" }, make("caption", {}, block.title), make("tbody", {}, rows));
}
