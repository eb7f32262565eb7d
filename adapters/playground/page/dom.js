// Makes elements. Data is only ever set as text or as a property, never read as markup.

export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name in element && !name.startsWith("aria") && name !== "list") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// A small line drawing out of one path of ours.
export function icon(path) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("viewBox", "0 0 20 20");
  drawing.setAttribute("aria-hidden", "true");
  drawing.classList.add("icon");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", path);
  drawing.append(line);
  return drawing;
}

export const ICONS = {
  check: "M4 10.500l4 4 8-9",
  clock: "M10 3a7 7 0 1 0 0 14a7 7 0 0 0 0-14M10 6v4.200l2.800 1.800",
  down: "M5 8l5 5 5-5",
  send: "M3 10h13M11 5l5 5-5 5",
  search: "M9 4a5 5 0 1 0 0 10a5 5 0 0 0 0-10M13 13l4 4",
  warning: "M10 3l8 14H2zM10 8v4M10 14.500v.1",
};

let counter = 0;

export function newId(prefix) {
  counter += 1;
  return `${prefix}-${counter}`;
}

export function stored(name) {
  try {
    return JSON.parse(localStorage.getItem(`passerelle.${name}`));
  } catch {
    return null;
  }
}

export function store(name, value) {
  try {
    localStorage.setItem(`passerelle.${name}`, JSON.stringify(value));
  } catch {
    // A private window keeps nothing; the page works without.
  }
}

// Like the two above, for one tab: what it holds survives a reload, and ends with the tab.
export function storedHere(name) {
  try {
    return JSON.parse(sessionStorage.getItem(`passerelle.${name}`));
  } catch {
    return null;
  }
}

export function storeHere(name, value) {
  try {
    sessionStorage.setItem(`passerelle.${name}`, JSON.stringify(value));
  } catch {
    // As above.
  }
}

// A text without case and accents, to search in.
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
