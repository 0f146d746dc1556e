// May a clothes rack stand here? Three items are looked at on the spot; two of them are vetoes.
//
// The state is what was found so far. `update` takes what people tick, `view` shows it, `conclude` says what comes of it.
// Change the items in `list`, the rest follows.

import { setting } from "fangzhuo:procedure/host@0.1.0";
import {
  atLeast, checkItem, checklist, column, conclusion, defineProcedure, duties, duty, fault, found, isOpen, load, page, pick,
  plain, save, section, sheet, standing, units,
} from "../fangzhuo-sdk/js/fangzhuo.js";

// Keys are a to z, 0 to 9 and -.
const SITE = "site";

/** The items with what was found so far: { item: check }. */
function list(checks, locale) {
  // The default stands in plugin.toml, so there is always one.
  const distance = units(setting("distance"), 2) ?? 300;
  const items = [
    checkItem(
      "window",
      pick(locale, "离窗户的距离", "Distance to a window"),
      pick(locale, "本社区商定的最小距离，见设置", "What this community agreed on, see the settings"),
      { measure: atLeast(distance, 2, pick(locale, "米", "m")), veto: true },
    ),
    checkItem(
      "fire-lane",
      pick(locale, "不占消防车通道", "Keeps the fire lane free"),
      pick(locale, "《消防法》第二十八条", "Fire Protection Law, article 28"),
      { veto: true },
    ),
    checkItem(
      "ground-floor",
      pick(locale, "一楼住户同意", "The ground floor agrees"),
      pick(locale, "当面问过", "Asked in person"),
    ),
  ];
  return items.map((item) => found(item, checks[item.id]));
}

const place = (locale) => plain(setting("place")) ?? pick(locale, "这块地方", "This place");

function finding(item, locale) {
  const words = {
    open: ["待查", "open"],
    met: ["符合", "met"],
    failed: ["不符合", "failed"],
    "not-applicable": ["不适用", "not applicable"],
  };
  return pick(locale, ...words[item.finding]);
}

function outcome(items, locale) {
  const where = place(locale);
  const vetoes = items.filter((item) => item.veto && item.finding === "failed").map((item) => item.label);
  switch (standing(items)) {
    case "open":
      throw fault("still-open", pick(locale, "还有待查的项目", "Something is still to be looked at"), items.find(isOpen).id);
    case "vetoed":
      return ["rejected", where + pick(locale, "不能装晾衣架：", " cannot take a clothes rack: ") + vetoes.join(pick(locale, "、", ", "))];
    case "failed":
      return ["deferred", where + pick(locale, "先放一放，还有事要解决", " has to wait, something is to be settled first")];
    default:
      return ["adopted", where + pick(locale, "可以装晾衣架", " may take a clothes rack")];
  }
}

// The four calls of the contract; an error in them is told with its line.
export const procedure = defineProcedure({
  init() {
    return save({});
  },

  update(state, event) {
    const { tag, val: check } = event.action;
    if (tag !== "check") {
      throw fault("unknown-action", pick(event.locale, "这里只能逐项查看", "Here one can only tick items"));
    }
    const checks = load(state);
    if (!list(checks, event.locale).some((item) => item.id === check.item)) {
      throw fault("unknown-item", pick(event.locale, "清单里没有这一项", "The list has no such item"));
    }
    return save({ ...checks, [check.item]: check });
  },

  view(state, viewer) {
    const items = list(load(state), viewer.locale);
    const done = items.filter((item) => !isOpen(item)).length;
    const headline = pick(viewer.locale, `${items.length} 项里查了 ${done} 项`, `${done} of ${items.length} items looked at`);
    const spot = section("all", pick(viewer.locale, "现场查看", "On the spot"), [checklist(SITE, place(viewer.locale), items)]);
    return page(headline, [spot]);
  },

  conclude(state, locale) {
    const items = list(load(state), locale);
    const [what, summary] = outcome(items, locale);
    const todo = items.filter((item) => !item.veto && item.finding === "failed");
    const lookedAt = sheet(SITE, pick(locale, "现场查看", "On the spot"), [
      column("item", pick(locale, "项目", "Item"), "text", items.map((item) => item.label)),
      column("finding", pick(locale, "结果", "Finding"), "text", items.map((item) => finding(item, locale))),
      // What people type may hold a name: it stays sealed in the file, and off the screen.
      column("note", pick(locale, "备注", "Note"), "text", items.map((item) => item.note || undefined), { private: true }),
    ]);
    const settle = todo.map((item) => duty(pick(locale, "先解决：", "To settle first: ") + item.label, ""));
    return conclusion(what, summary, { materials: [lookedAt, duties(settle)] });
  },
});
