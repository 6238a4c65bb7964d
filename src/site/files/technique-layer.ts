import { counted } from "../../base/counted.js";
import { type LayerTechnique, writeLayer } from "../../formats/layer/write.js";
import { type Domain, domainNames } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import { techniqueAddress } from "../../model/technique-address.js";
import type { TechniqueRow } from "../views/technique-list.js";
import { noDefenseWords } from "../words/silence.js";
import { depthColors, unansweredColor } from "./matrix-colors.js";

/** Techniques of one domain that a page is about. */
export interface TechniquesOf {
  /** `G0016 APT29`. */
  readonly title: string;
  /** What they are of it: `reported of the group itself`. */
  readonly whose: string;
  readonly domain: Domain;
  readonly release: string;
  readonly rows: readonly LayerRow[];
  /** Only sets that were written for the release count; otherwise the newest ones, carried to it. */
  readonly isAuthored: boolean;
  /** No defensive framework has such a set: nothing is said of any technique. */
  readonly isSilent: boolean;
}

/** A technique's own rows. */
export type LayerRow = Pick<TechniqueRow, "id" | "defenseRows" | "defenseFrameworks" | "threatRows" | "nonMappable">;

/** As a Navigator layer: how many defensive frameworks answer each; those without a row stand out and have no score. */
export function techniqueLayer(of: TechniquesOf): string {
  const { title, domain, release, rows } = of;
  const most = Math.max(0, ...rows.map(({ defenseFrameworks }) => defenseFrameworks));
  const color = of.isSilent ? depthColors.unscored.fill : unansweredColor;
  return writeLayer({
    name: `${title}, ${domainNames[domain]} ${release}`,
    description: descriptionOf(of),
    domain,
    attack: release,
    techniques: rows.map((row) => techniqueOf(row, { release, color })),
    legend: [
      ...(rows.every(({ defenseRows }) => defenseRows > 0) ? [] : [{ label: unansweredLabel(of), color }]),
      ...(most > 1 ? [{ label: "1 framework", color: depthColors[1].fill }] : []),
      ...(most > 0 ? [{ label: counted(most, "framework"), color: depthColors[5].fill }] : []),
    ],
    colors: [depthColors[1].fill, depthColors[3].fill, depthColors[5].fill],
    // The fewest are drawn palest: one, or where none has more, the only ones darkest.
    least: most > 1 ? 1 : 0,
    metadata: [{ name: "domain", value: `${domainNames[domain]} ${release}` }],
    links: [{ label: "Mappings: Center for Threat-Informed Defense", url: "https://ctid.mitre.org/" }],
  });
}

function unansweredLabel(of: TechniquesOf): string {
  return of.isSilent ? silenceOf(of) : "no row of a defensive framework";
}

function silenceOf({ domain, release, isAuthored }: TechniquesOf): string {
  return `${noDefenseWords([domain])}${isAuthored ? ` authored on ATT&CK ${release}` : ""}`;
}

function descriptionOf(of: TechniquesOf): string {
  const { whose, release, rows, isAuthored, isSilent } = of;
  const techniques = `${counted(rows.length, "technique")} ${whose}, by exact id.`;
  if (isSilent) return `${techniques} ${silenceOf(of)}.`;
  const sets = isAuthored
    ? `in sets authored on ATT&CK ${release}`
    : `in their newest sets, carried to ATT&CK ${release}`;
  return `${techniques} Scored by how many defensive frameworks have a row on it, ${sets}. A row says that a capability can help, not that a technique is covered.`;
}

function techniqueOf(
  { id, defenseRows, defenseFrameworks, threatRows, nonMappable }: LayerRow,
  { release, color }: { readonly release: string; readonly color: string },
): LayerTechnique {
  const declared = nonMappable.map((framework) => frameworkOf(framework).shortName).join(", ");
  return {
    techniqueID: id,
    ...(defenseRows > 0 ? { score: defenseFrameworks } : { color }),
    ...(declared === "" ? {} : { comment: `declared non-mappable by ${declared}` }),
    metadata: [
      { name: "defence rows", value: String(defenseRows) },
      { name: "defensive frameworks", value: String(defenseFrameworks) },
      { name: "threat rows", value: String(threatRows) },
    ],
    links: [{ label: "ATT&CK", url: techniqueAddress(id, release) }],
  };
}
