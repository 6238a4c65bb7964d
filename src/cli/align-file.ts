import { counted, number } from "../base/counted.js";
import { nearest } from "../knowledge/suggest.js";
import { TidemapError } from "../model/diagnostic.js";
import { type Domain, domains } from "../model/domain.js";
import type { MappingFile } from "../model/mapping-file.js";
import { parseAttackVersion } from "../model/version.js";
import { type CarriedFile, carryFile } from "../versions/carry-file.js";
import type { Context } from "./context.js";
import { openKnowledge } from "./open.js";

/** Carries a mapping file to another release and says on stderr what became of its rows; `about`: what was done, for its readers. */
export type AlignFile = (file: MappingFile, path: string) => { readonly file: MappingFile; readonly about: string };

/**
 * Files as they stand on the ATT&CK release `asked`, of whatever domain they are. Throws a TidemapError where the release, or
 * the one that a file is authored on, is not loaded.
 */
export function alignerTo(asked: string, context: Context): AlignFile {
  const kb = openKnowledge(context);
  const to = parseAttackVersion(asked);
  const known = kb.domains.flatMap((domain) => kb.releases(domain).map(({ version }) => version as string));
  if (to === null || !known.includes(to)) {
    const [near] = nearest(asked, known);
    throw new TidemapError("TM5048", `ATT&CK ${asked} is not loaded.`, {
      hint: near === undefined ? "tidemap sources lists the releases." : `Did you mean ${near}?`,
      exitCode: to === null ? 2 : 1,
    });
  }
  return (file, path) => {
    const domain = domainOf(file);
    const timeline = domain === null ? null : kb.timeline(domain);
    const from = parseAttackVersion(file.metadata.attackVersion ?? "");
    const origin = from === null ? null : (timeline?.resolve(from) ?? null);
    const target = timeline?.resolve(to) ?? null;
    if (timeline === null || origin === null || target === null) {
      const missing = origin === null ? `${file.metadata.technologyDomain} ${file.metadata.attackVersion}` : asked;
      throw new TidemapError("TM5048", `${path} cannot be carried to ${asked}: ATT&CK ${missing} is not loaded.`, {
        hint: "tidemap sources lists the releases; tidemap compile loads others.",
      });
    }
    const there = timeline.at(target);
    const nameOf = (id: string) => there.object("technique", id)?.name ?? null;
    const carried = carryFile(file, { lineage: timeline.lineage, from: origin, to: target, nameOf });
    if (!context.options.quiet)
      context.host.err(`${path}: ${whatBecame(carried, { to: asked, rows: file.rows.length })}\n`);
    const kind = kb.releases(timeline.domain).find(({ version }) => version === target)?.origin?.kind;
    const derived = kind === "derived" ? ", a derived release" : "";
    return {
      file: { ...carried.file, metadata: { ...carried.file.metadata, attackVersion: to } },
      about: `Authored on ATT&CK ${file.metadata.attackVersion}, carried along lineage to ${to}${derived}.`,
    };
  };
}

function domainOf({ metadata }: MappingFile): Domain | null {
  return domains.find((domain) => domain === (metadata.technologyDomain ?? "").trim()) ?? null;
}

/** Of all rows of the file: conditions are asked after. */
function whatBecame({ classes, stayed }: CarriedFile, { to, rows }: { to: string; rows: number }): string {
  const named = [...classes.values()].reduce((sum, count) => sum + count, 0);
  const parts: readonly (readonly [what: string, rows: number])[] = [...classes, ["without a technique", rows - named]];
  const words = parts.flatMap(([what, count]) => (count === 0 ? [] : `${number(count)} ${what}`)).join(", ");
  const rest =
    stayed.length === 0
      ? ""
      : ` Not carried, and kept on the release of their making: ${counted(stayed.length, "row")}.`;
  return `${counted(rows, "row")} to ATT&CK ${to}: ${words || "none to carry"}.${rest}`;
}
