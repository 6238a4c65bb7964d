import { mappingFileOf, setFileStem } from "../../knowledge/mapping-file-of.js";
import { TidemapError } from "../../model/diagnostic.js";
import { findSet } from "../../site/views/capability-lookup.js";
import { conversionOf, convertFiles } from "../conversion.js";
import { openKnowledge } from "../open.js";
import { reportProblem } from "../problem.js";
import type { Call } from "../program.js";

/** `tidemap export SET… --to FORMAT`: sets that are loaded as files; `all` is every one of them. */
export async function exportSets({ context, args, options }: Call): Promise<number> {
  const conversion = conversionOf(options, context);
  if (args.length === 0) {
    throw new TidemapError("TM5060", "No set was named.", {
      hint: "tidemap export csa_ccm/4.1/17.1/enterprise --to csv; tidemap set lists all; all stands for every one.",
      exitCode: 2,
    });
  }
  const kb = openKnowledge(context);
  const ids: string[] = [];
  for (const asked of args) {
    const found = asked === "all" ? null : findSet(kb, asked);
    if (found?.ok === false) return reportProblem(context, found.problem);
    ids.push(...(found === null ? kb.sets.map(({ id }) => id) : [found.view.id]));
  }
  const silent = ids.filter((id) => !kb.texts.coversSet(id) && kb.facts(id).commented.some((has) => has === 1));
  if (silent.length > 0 && !context.options.quiet) {
    context.host.err(`Without comments, which are not loaded: tidemap pull fetches them. ${silent.join(", ")}\n`);
  }
  const { release } = conversion;
  const files = [...new Set(ids)].map((id) => {
    const [framework, version, attack, domain] = id.split("/");
    const name = setFileStem([framework, version, release ?? attack, domain].join("/"));
    return { path: id, name, file: mappingFileOf(kb, id) };
  });
  await convertFiles(files, conversion, { context, args: [] });
  return 0;
}
