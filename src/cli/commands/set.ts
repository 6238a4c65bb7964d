import { TidemapError } from "../../model/diagnostic.js";
import type { Mapping } from "../../model/mapping.js";
import { refusal } from "../../site/table/words.js";
import { type SetView, setView } from "../../site/views/set.js";
import { setsView } from "../../site/views/sets.js";
import { setRows } from "../command-options.js";
import { openKnowledge } from "../open.js";
import { facetsOf, textOf } from "../options.js";
import type { Call } from "../program.js";
import { reply } from "../reply.js";

/** `tidemap set [ID]`. CSV: every row that passes the filters, not only one page of them. */
export function set({ context, args: [id], options }: Call): Promise<number> {
  if (id === undefined) {
    refuseRowOptions(options);
    return reply(context, setsView(openKnowledge(context)), {
      screen: async () => (await import("../screens/set.js")).renderSets,
      records: ({ sets }) => sets,
    });
  }
  const kb = openKnowledge(context);
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

/** Throws a TidemapError (exit 2) for options that ask for rows where no set is named: the list of sets would pass for their answer. */
function refuseRowOptions(options: Call["options"]): void {
  const given = setRows.flatMap((option) => (options[option.attributeName()] === undefined ? [] : option.long));
  if (given.length === 0) return;
  throw new TidemapError("TM4009", `No set is named whose rows are meant by ${given.join(", ")}.`, {
    hint: "Give a set's id, as in tidemap set csa_ccm/4.1/17.1/enterprise; tidemap set lists all of them.",
    exitCode: 2,
  });
}
