// What an author needs to write a Fangzhuo procedure in JavaScript: the language, the state as bytes, and the things a
// page is made of, each with the few words it cannot do without; the rest is set by its second argument.
//
// Names are the contract's (fangzhuo-sdk/wit), with camelCase for its kebab-case; a value is { tag, val }. Money is whole
// fen and measures are scaled integers: plain numbers, exact up to 9,007,199,254,740,991 (BigInt is not understood). Keep
// them whole: what stands behind a point is cut off. There is no clock, no random number, no file and no network.

import { log } from "fangzhuo:procedure/host@0.1.0";

/**
 * The procedure, with every error told on your console before it ends the call: its message, and the line it comes from.
 * A refusal (see fault) is none, except in `view`, which cannot refuse.
 */
export function defineProcedure(calls) {
  const told = (name) => (...given) => {
    try {
      return calls[name](...given);
    } catch (error) {
      if (name === "view" || typeof error?.code !== "string") log(`${name}: ${described(error)}`);
      throw error;
    }
  };
  return Object.fromEntries(Object.keys(calls).map((name) => [name, told(name)]));
}

function described(error) {
  if (error instanceof Error) return `${error}\n${error.stack ?? ""}`.trimEnd();
  return typeof error === "string" ? error : `it threw ${JSON.stringify(error)}`;
}

/** One of two texts: Chinese for zh…, else English. */
export const pick = (locale, zh, en) => (locale.startsWith("zh") ? zh : en);

/** A refusal in the words people will read; throw it. `at` names a field, an item, or a household as household-N. */
export const fault = (code, message, at) => ({ code, message, at });

/** A state as bytes, always the same for the same value. */
export function save(value) {
  const bytes = unescape(encodeURIComponent(JSON.stringify(sorted(value))));
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
}

/** The value of bytes that `save` wrote. */
export function load(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.slice(at, at + 4096));
  return JSON.parse(decodeURIComponent(escape(text)));
}

// Keys in order, so that equal values give equal bytes.
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

/** What a value holds, whatever its kind; undefined for none. */
export const plain = (value) => (value.tag === "none" ? undefined : value.val);

/** A decimal value in units of 10^-scale; undefined for none. Digits beyond the scale are cut off. */
export function units(value, scale) {
  if (value.tag !== "decimal") return undefined;
  const by = scale - value.val.scale;
  return by >= 0 ? value.val.units * 10 ** by : Math.trunc(value.val.units / 10 ** -by);
}

// ---- pages ----

export const page = (headline, sections) => ({ headline, sections });
export const section = (id, title, blocks, more = {}) => ({ id, title, folded: false, blocks, ...more });

export const text = (words) => ({ tag: "text", val: words });
export const notice = (tone, title, words) => ({ tag: "notice", val: { tone, title, text: words } });
export const figures = (items) => ({ tag: "figures", val: items });
export const figure = (label, value, more = {}) => ({ label, value, note: "", tone: "neutral", ...more });
export const buttons = (items) => ({ tag: "buttons", val: items });
export const button = (id, label, more = {}) => ({ id, label, tone: "neutral", closed: undefined, ...more });

export const bars = (id, title, unit, items, more = {}) => ({ tag: "bars", val: { id, title, unit, items, line: undefined, ...more } });
export const bar = (label, amount, more = {}) => ({ label, amount, tone: "neutral", ...more });

export const contenders = (id, title, items) => ({ tag: "contenders", val: { id, title, items } });
export const contender = (id, title, more = {}) => ({ id, title, note: "", excluded: undefined, score: undefined, support: undefined, ...more });

/** As long as its first column. */
export const table = (id, title, columns, more = {}) => ({
  tag: "table",
  val: { id, title, rows: length(columns), columns, rowTones: [], sortBy: undefined, descending: false, groupBy: undefined, rowAction: undefined, ...more },
});
/** Cells of one kind: text, flag, integer, money, day, choice or household; undefined is empty. */
export function column(id, label, kind, cells, more = {}) {
  const zero = { text: "", choice: "", flag: false }[kind] ?? 0;
  const empty = cells.flatMap((cell, row) => (cell === undefined ? [row] : []));
  const val = cells.map((cell) => (cell === undefined ? zero : cell));
  return { id, label, data: { cells: { tag: kind, val }, empty }, total: undefined, private: false, ...more };
}
const length = (columns) => (columns.length === 0 ? 0 : columns[0].data.cells.val.length);

// ---- forms ----

export const form = (id, title, submitLabel, fields, more = {}) => ({ tag: "form", val: { id, title, fields, submitLabel, closed: undefined, ...more } });
/** A field that must be filled; kind is the contract's, such as { tag: "money", val: { min: 0, max: undefined } }. */
export const field = (id, label, kind, more = {}) => ({ id, label, help: "", kind, required: true, initial: { tag: "none" }, problem: undefined, ...more });

// ---- checklists ----

export const checklist = (id, title, items) => ({ tag: "checklist", val: { id, title, items } });
/** An item nobody has looked at; basis is the rule it rests on. */
export const checkItem = (id, label, basis, more = {}) => ({
  id, label, basis, finding: "open", measure: undefined, veto: false, evidenceRequired: false, evidence: [], note: "", closed: undefined, ...more,
});
/** To be measured in 10^-scale of the unit, and at least (or at most) so much. */
export const atLeast = (limit, scale, unit) => ({ unit, scale, value: undefined, limit, atLeast: true });
export const atMost = (limit, scale, unit) => ({ unit, scale, value: undefined, limit, atLeast: false });

/** An item with what was found (a check of the contract), if anything was. A measure with a limit decides by itself. */
export function found(item, check) {
  if (check === undefined) return item;
  const measure = item.measure && { ...item.measure, value: check.measured };
  const judged = () => {
    if (!measure || measure.limit === undefined) return check.finding;
    if (measure.value === undefined || measure.value === null) return "open";
    return (measure.atLeast ? measure.value >= measure.limit : measure.value <= measure.limit) ? "met" : "failed";
  };
  const finding = check.finding === "not-applicable" ? check.finding : judged();
  return { ...item, finding, measure, note: check.note, evidence: check.evidence };
}

/** Whether an item still wants a look, or the evidence it takes. */
export const isOpen = (item) =>
  item.finding === "open" || (item.finding !== "not-applicable" && item.evidenceRequired && item.evidence.length === 0);

/** Where a list of items stands: vetoed, open, failed or passed. */
export function standing(items) {
  if (items.some((item) => item.veto && item.finding === "failed")) return "vetoed";
  if (items.some(isOpen)) return "open";
  return items.some((item) => item.finding === "failed") ? "failed" : "passed";
}

// ---- what comes of it ----

export const conclusion = (outcome, summary, more = {}) => ({ outcome, summary, minutes: [], materials: [], carry: [], ...more });
/** A table for the minutes. */
export const sheet = (id, title, columns) => ({ tag: "sheet", val: { id, title, rows: length(columns), columns } });
export const candidates = (items) => ({ tag: "candidates", val: items });
export const candidate = (id, title, more = {}) => ({ id, title, note: "", amount: undefined, excluded: undefined, ...more });
export const duties = (items) => ({ tag: "duties", val: items });
export const duty = (words, responsible, due) => ({ text: words, responsible, due });
