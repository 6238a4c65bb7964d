import { existsSync } from "node:fs";
import { counted, number } from "../base/counted.js";
import { lacksEnding, type Source } from "../base/source.js";
import { parseUnified } from "../formats/unified/parse.js";
import { TidemapError } from "../model/diagnostic.js";
import { siblingsAmong } from "../model/siblings.js";
import type { AttackFacts } from "../rules/context.js";
import { type Mended, mend, repairedCodes } from "../rules/mend.js";
import { onRequest } from "../rules/on-request.js";
import { writeWhole } from "../sources/write-whole.js";
import type { Context } from "./context.js";
import { standardInput } from "./read-mapping-sources.js";
import type { ValidateOptions } from "./validate-options.js";

interface MendedFiles {
  /** As they are now, under their old names, by which baselines know them. */
  readonly sources: readonly Source[];
  /** By old name, where the repaired file is. */
  readonly targets: ReadonlyMap<string, string>;
}

/**
 * Writes the files with every safe repair in them, each beside its original as `NAME.fixed.json`, or in its place; says
 * on stderr what was repaired. Nothing is written for files without a repair. Throws a TidemapError before anything is
 * written where a new file would replace another.
 */
export function mendFiles(
  context: Context,
  sources: readonly Source[],
  { attack, options }: { readonly attack: AttackFacts; readonly options: ValidateOptions },
): MendedFiles {
  const codes = new Set([...repairedCodes(), ...(options.dropRepeats ? onRequest : [])].filter(options.codes));
  const files = sources.map(({ bytes, path }) => parseUnified(bytes, path).value?.metadata ?? null);
  const siblings = siblingsAmong(files);
  const mended = sources.map((source, index) => {
    return { source, result: mend(source, { attack, codes, siblings: siblings[index] ?? [] }) };
  });
  const writes = mended.flatMap(({ source, result }) =>
    result === null || result.repaired.size === 0 ? [] : [{ source, result, target: targetOf(source.path, options) }],
  );
  refuseToReplace(
    writes.map(({ target }) => target),
    options,
  );
  for (const { source, result, target } of writes) {
    if (target === standardInput) continue;
    writeWhole(target, result.text);
    if (!context.options.quiet) context.host.err(`${said(source.path, target, result)}\n`);
  }
  for (const { source, result } of mended)
    if (result === null && !context.options.quiet)
      context.host.err(
        `${source.path}: repairs are written into JSON files that can be read; this one is left alone.\n`,
      );
  return {
    sources: mended.map(({ source, result }) =>
      result === null ? source : { path: source.path, bytes: new TextEncoder().encode(result.text) },
    ),
    targets: new Map(writes.map(({ source, target }) => [source.path, target])),
  };
}

function targetOf(path: string, { inPlace }: ValidateOptions): string {
  if (inPlace || path === standardInput) return path;
  return lacksEnding(path) ? `${path}.fixed` : path.replace(/(\.[^./\\]+)$/, ".fixed$1");
}

function refuseToReplace(targets: readonly string[], { inPlace, force }: ValidateOptions): void {
  const there = inPlace || force ? undefined : targets.find((target) => existsSync(target));
  if (there === undefined) return;
  throw new TidemapError("TM5034", `${there} is there already; nothing was written.`, {
    hint: "--force replaces it; --fix --in-place repairs the files themselves.",
  });
}

function said(path: string, target: string, { repaired, brought }: Mended): string {
  const total = sum(repaired);
  const more = brought.size === 0 ? "" : `, and ${number(sum(brought))} that this brought`;
  const codes = [...repaired, ...brought].sort().map(([code, count]) => `${code} ×${count}`);
  return `${path}: ${counted(total, "finding")} repaired${more}${target === path ? "" : ` in ${target}`} (${codes.join(", ")}).`;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
