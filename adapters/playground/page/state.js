// What the page knows: people, clock, and what came for whom; parts of the page listen to it.

import { ask } from "./api.js";

export const state = { people: [], clock: null, unread: new Map() };
const listeners = { people: [], clock: [], unread: [], message: [], moving: [] };

export function on(name, listener) {
  listeners[name].push(listener);
}

export function changed(name, detail) {
  for (const listener of listeners[name]) listener(detail);
}

export function person(address) {
  return state.people.find((one) => one.address === address);
}

// People change languages and roles in their chats, so this is asked again after every gesture.
export async function refresh(options) {
  const found = await ask("state");
  state.people = found.people;
  changed("people");
  setClock(found.clock, options);
}

// An answer that was asked for before the latest news is older than they are.
export function setClock(clock, { force = false } = {}) {
  if (!force && state.clock && clock.version < state.clock.version) return;
  state.clock = clock;
  changed("clock");
}

export function isCoordinator(one) {
  return one.roles.includes("coordinator");
}
