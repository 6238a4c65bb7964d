import { foldCapabilityId } from "../../model/capability.js";
import { isDomain } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import { functionOf, type Rating, ratingOf, ratings } from "../../model/mapping.js";
import { isBlank, isElsewhere, isMappable, type MappingFile, type MappingRow } from "../../model/mapping-file.js";
import { techniqueAddress } from "../../model/technique-address.js";
import type { LayerMetric } from "../mapping-format.js";
import { type LayerContent, type LayerTechnique, writeLayer } from "./write.js";

/** From least to most; the same three whatever is counted. */
const colors = ["#e4eff0", "#8cc3cd", "#0f5a74"] as const;
const unscored = "#f1f0ea";

/** What rows say of one technique. */
interface Tally {
  readonly capabilities: Map<string, string>;
  rows: number;
  best: Rating | null;
  declared: boolean;
}

interface LayerWords {
  readonly part?: string | undefined;
  /** What was done to the rows before; as authored where nothing was. */
  readonly about?: readonly string[] | undefined;
}

/**
 * A mapping file as a Navigator layer 4.5: each technique once, scored by what is counted; one that is declared
 * non-mappable is disabled and has no score; rows without a technique, or on another release, are in no layer.
 */
export function mappingLayer(file: MappingFile, metric: LayerMetric, { part, about = [] }: LayerWords): string {
  const { metadata } = file;
  const domain = metadata.technologyDomain ?? "";
  const framework = metadata.mappingFramework ?? "";
  const attack = metadata.attackVersion ?? "";
  const edition = `${frameworkOf(framework).name} ${metadata.mappingFrameworkVersion ?? ""}`.trim();
  const content: LayerContent = {
    name: `${edition}${part === undefined ? "" : `, ${part},`} on ATT&CK ${attack}`,
    description: `${metricWords[metric]}, by exact id. ${about.length === 0 ? `As authored on ATT&CK ${attack}.` : about.join(" ")} A mapping says that a capability can help, not that a technique is covered.`,
    domain: isDomain(domain) ? domain : "enterprise",
    attack,
    techniques: [...talliesOf(file, framework)].flatMap(([id, tally]) => techniqueOf(id, tally, { metric, attack })),
    legend: metric === "rating" ? ratings.map((label, index) => ({ label, color: colors[index] ?? unscored })) : [],
    colors,
    metadata: [
      { name: "framework", value: framework },
      { name: "framework version", value: metadata.mappingFrameworkVersion ?? "" },
      { name: "ATT&CK version", value: attack },
      { name: "score", value: metricWords[metric] },
    ].filter(({ value }) => value !== ""),
    links: [{ label: "ATT&CK", url: "https://attack.mitre.org/" }],
  };
  return writeLayer(content);
}

const metricWords = {
  capabilities: "Number of capabilities with a row",
  rating: "Best rating, 1 minimal to 3 significant",
} as const satisfies Record<LayerMetric, string>;

function talliesOf(file: MappingFile, framework: string): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const row of file.rows) {
    const id = (row.attackObjectId ?? "").trim();
    if (id === "" || isElsewhere(row, file)) continue;
    const tally = tallies.get(id) ?? { capabilities: new Map(), rows: 0, best: null, declared: false };
    tallies.set(id, tally);
    if (!isMappable(row)) tally.declared = true;
    else count(tally, row, framework);
  }
  return new Map([...tallies].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function count(tally: Tally, row: MappingRow, framework: string): void {
  const { side } = frameworkOf(framework);
  tally.rows++;
  const does = functionOf(side, row.mappingType ?? null, row.scoreCategory ?? null);
  const rating = ratingOf(side, row.scoreValue ?? null);
  if (rating !== null && (tally.best === null || ratings.indexOf(rating) > ratings.indexOf(tally.best)))
    tally.best = rating;
  if (isBlank(row.capabilityId)) return;
  const key = foldCapabilityId(framework, row.capabilityId ?? "");
  const says = [does ?? row.mappingType, rating].filter(Boolean).join(", ");
  const before = tally.capabilities.get(key);
  const name = `${(row.capabilityId ?? "").trim()}: `;
  tally.capabilities.set(
    key,
    before === undefined ? name + says : before.includes(says) ? before : `${before}; ${says}`,
  );
}

interface Scoring {
  readonly metric: LayerMetric;
  readonly attack: string;
}

function techniqueOf(id: string, tally: Tally, { metric, attack }: Scoring): readonly LayerTechnique[] {
  const links = [{ label: "ATT&CK", url: techniqueAddress(id, attack) }];
  if (tally.rows === 0) return [{ techniqueID: id, enabled: false, comment: "declared non-mappable", links }];
  const best = tally.best === null ? undefined : ratings.indexOf(tally.best) + 1;
  const score = metric === "rating" ? best : tally.capabilities.size;
  const metadata = [...tally.capabilities.values()].map((text) => ({ name: "capability", value: text }));
  return [{ techniqueID: id, ...(score === undefined ? { color: unscored } : { score }), metadata, links }];
}
