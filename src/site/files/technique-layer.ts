import { counted } from "../../base/counted.js";
import { type LayerTechnique, writeLayer } from "../../formats/layer/write.js";
import { type Domain, domainNames } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import type { TechniqueRow } from "../views/technique-list.js";
import { depthColors, unansweredColor } from "./matrix-colors.js";

/** Techniques of one domain that a page is about. */
export interface TechniquesOf {
  /** `G0016 APT29`. */
  readonly title: string;
  /** What they are of it: `techniques reported of the group itself`. */
  readonly whose: string;
  readonly domain: Domain;
  readonly release: string;
  readonly rows: readonly TechniqueRow[];
  /** Only sets that were written for the release count; otherwise the newest ones, carried to it. */
  readonly isAuthored?: boolean;
}

/** As a Navigator layer: how many defensive frameworks answer each; those without a row stand out and have no score. */
export function techniqueLayer({ title, whose, domain, release, rows, isAuthored }: TechniquesOf): string {
  const most = rows.reduce((found, { defenseFrameworks }) => Math.max(found, defenseFrameworks), 1);
  const which = isAuthored
    ? `in sets authored on ATT&CK ${release}`
    : `in their newest sets, carried to ATT&CK ${release}`;
  return writeLayer({
    name: `${title}, ${domainNames[domain]} ${release}`,
    description: `${counted(rows.length, "technique")} ${whose}, by exact id. Scored by how many defensive frameworks have a row on it, ${which}. A row says that a capability can help, not that a technique is covered.`,
    domain,
    attack: release,
    techniques: rows.map((row) => techniqueOf(row, release)),
    legend: [
      { label: "no row of a defensive framework", color: unansweredColor },
      { label: "1 framework", color: depthColors[1].fill },
      { label: counted(most, "framework"), color: depthColors[5].fill },
    ],
    colors: [depthColors[1].fill, depthColors[3].fill, depthColors[5].fill],
    metadata: [{ name: "domain", value: `${domainNames[domain]} ${release}` }],
    links: [{ label: "Mappings: Center for Threat-Informed Defense", url: "https://ctid.mitre.org/" }],
  });
}

function techniqueOf(row: TechniqueRow, release: string): LayerTechnique {
  const { id, defenseRows, defenseFrameworks, threatRows, nonMappable } = row;
  const declared = nonMappable.map((framework) => frameworkOf(framework).shortName).join(", ");
  return {
    techniqueID: id,
    ...(defenseRows > 0 ? { score: defenseFrameworks } : { color: unansweredColor }),
    ...(declared === "" ? {} : { comment: `declared non-mappable by ${declared}` }),
    metadata: [
      { name: "defence rows", value: String(defenseRows) },
      { name: "defensive frameworks", value: String(defenseFrameworks) },
      { name: "threat rows", value: String(threatRows) },
    ],
    links: [
      {
        label: "ATT&CK",
        url: `https://attack.mitre.org/versions/v${release.replace(/\..*$/, "")}/techniques/${id.replace(".", "/")}/`,
      },
    ],
  };
}
