// Questions to the playground; what it refuses becomes an error with its own sentence.

import { language, word } from "./words.js";

export class Refused extends Error {}

// For what can wait until the line is back; the live stream says that it is lost.
export function quietly(asked) {
  return asked.catch((error) => {
    if (!(error instanceof Refused)) throw error;
  });
}

export async function ask(path) {
  return answer(await reach(`/api/${path}`, {}));
}

export async function tell(path, data) {
  const body = JSON.stringify(data);
  return answer(await reach(`/api/${path}`, { method: "POST", body, headers: { "Content-Type": "application/json" } }));
}

// One key a gesture: trying again after a lost answer does nothing twice.
export function newKey() {
  return crypto.randomUUID();
}

// Calls back on "message", "clock" and "open"; the browser itself comes back after a lost line.
export function live(callbacks) {
  const source = new EventSource("/api/live");
  source.addEventListener("open", () => callbacks.open());
  source.addEventListener("error", () => callbacks.lost());
  for (const name of ["message", "clock"]) {
    source.addEventListener(name, (event) => {
      if (event.data) callbacks[name](JSON.parse(event.data));
    });
  }
}

async function reach(path, options) {
  try {
    return await fetch(path, { ...options, headers: { ...options.headers, "Accept-Language": language } });
  } catch {
    throw new Refused(word("unreachable"));
  }
}

async function answer(response) {
  const data = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(data.error ?? word("unreachable"));
  return data;
}
