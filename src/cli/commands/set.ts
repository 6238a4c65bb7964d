import type { Mapping } from "../../model/mapping.js";
import { refusal } from "../../site/table/words.js";
import { type SetView, setView } from "../../site/views/set.js";
import { setsView } from "../../site/views/sets.js";
import { openKnowledge } from "../open.js";
import { facetsOf, textOf } from "../options.js";
import type { Call } from "../program.js";
import { reply } from "../reply.js";

/** `tidemap set [ID]`. CSV: every row that passes the filters, not only one page of them. */
export function set({ context, args: [id], options }: Call): Promise<number> {
  const kb = openKnowledge(context);
  if (id === undefined) {
    return reply(context, setsView(kb), {
      screen: async () => (await import("../screens/set.js")).renderSets,
      records: ({ sets }) => sets,
    });
  }
  const question = {
    set: id,
    ...facetsOf(options),
    group: textOf(options.group),
    aligned: textOf(options.alignedTo),
    carried: textOf(options.carried),
    flag: textOf(options.flag),
    page: textOf(options.page),
  };
  const allRows = (): readonly Mapping[] => {
    const all = setView(kb, { ...question, rows: "all" });
    return all.ok ? all.view.page.rows : [];
  };
  const found = setView(kb, question);
  const refused = found.ok ? refusal(found.view.page.unknown) : null;
  return reply<SetView>(context, refused === null ? found : { ok: false, problem: refused }, {
    screen: async () => (await import("../screens/set.js")).renderSet,
    records: ({ page }) => (question.page === undefined ? allRows() : page.rows),
  });
}
