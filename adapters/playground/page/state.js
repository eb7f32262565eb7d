// What the page knows: people, clock, and what came for whom; parts of the page listen to it.

import { ask } from "./api.js";

// beginning names a long action that was asked for and not yet answered.
export const state = { people: [], clock: null, unread: new Map(), beginning: null };
let told = null;
// Whoever was erased is offered nowhere any more; a chat that is still open knows who they were.
const erased = new Map();
const listeners = { people: [], clock: [], unread: [], message: [], moving: [] };

export function on(name, listener) {
  listeners[name].push(listener);
}

export function changed(name, detail) {
  for (const listener of listeners[name]) listener(detail);
}

export function person(address) {
  return state.people.find((one) => one.address === address) ?? erased.get(address);
}

// People change languages and roles in their chats, so this is asked again after every gesture.
export async function refresh(options) {
  const found = await ask("state");
  const here = new Set(found.people.map((one) => one.address));
  for (const one of state.people) if (!here.has(one.address)) erased.set(one.address, { ...one, erased: true, commands: [] });
  state.people = found.people;
  changed("people");
  setClock(found.clock, options);
}

// An answer that was asked for before the latest news is older than they are.
export function setClock(clock, { force = false } = {}) {
  if (force || !told || clock.version >= told.version) told = clock;
  state.clock = state.beginning ? { ...told, running: state.beginning, done: null } : told;
  changed("clock");
}

export function isCoordinator(one) {
  return one.roles.includes("coordinator");
}
