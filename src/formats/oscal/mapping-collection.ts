import { foldCapabilityId } from "../../model/capability.js";
import { dayOf } from "../../model/day.js";
import { frameworkOf } from "../../model/framework.js";
import { functionOf, ratingOf } from "../../model/mapping.js";
import { isBlank, isElsewhere, isMappable, type MappingFile, type MappingRow } from "../../model/mapping-file.js";
import { uuidOf } from "../stix/uuid.js";

/** Qualifies what OSCAL has no word for: the types of mappings, techniques as targets, functions, ratings (decision 0017). */
export const tidemapNamespace = "urn:uuid:7e1d1f36-7c55-4f0a-9c35-2b8f1d0a6c41";

/**
 * A mapping file as an OSCAL 1.2 mapping collection (https://pages.nist.gov/OSCAL, control mapping model): capabilities are the
 * source's controls, techniques the target's, and non-mappable ones stand in the gap summaries.
 */
export function mappingCollection(file: MappingFile): string {
  const { metadata } = file;
  const framework = metadata.mappingFramework ?? "";
  const set = [framework, metadata.mappingFrameworkVersion, metadata.attackVersion, metadata.technologyDomain].join(
    "/",
  );
  const name = `${frameworkOf(framework).name} ${metadata.mappingFrameworkVersion ?? ""}`.trim();
  const attack = `ATT&CK ${metadata.technologyDomain ?? ""} ${metadata.attackVersion ?? ""}`.trim();
  const [source, target] = [uuidOf(`oscal source ${set}`), uuidOf(`oscal target ${set}`)];
  const mapped = file.rows.flatMap((row, index) => (isMapped(row, file) ? [mapOf(row, index, { file, set })] : []));
  const collection = {
    uuid: uuidOf(`oscal mapping-collection ${set} ${metadata.lastUpdate ?? ""}`),
    metadata: {
      title: `${name} to ${attack}`,
      "last-modified": `${dayOf(metadata.lastUpdate) ?? dayOf(metadata.creationDate) ?? "1970-01-01"}T00:00:00Z`,
      version: isBlank(metadata.mappingVersion) ? "1" : metadata.mappingVersion,
      "oscal-version": "1.2.2",
    },
    provenance: {
      method: "human",
      "matching-rationale": "functional",
      status: file.rows.every(isDone) ? "complete" : "not-complete",
      "confidence-score": { category: "unspecified" },
      "mapping-description": `Which capabilities of ${name} act on, or are exposed to, which techniques of ${attack}. A row says that a capability can help, not that a technique is covered. Relationships and techniques as targets are a convention of ${tidemapNamespace}.`,
    },
    mappings: [
      {
        uuid: uuidOf(`oscal mapping ${set}`),
        "source-resource": { type: "catalog", href: `#${source}` },
        "target-resource": { ns: tidemapNamespace, type: "attack-release", href: `#${target}` },
        maps: mapped,
        ...gap("source", set, unmapped(file, "capabilityId")),
        ...gap("target", set, unmapped(file, "attackObjectId")),
      },
    ],
    "back-matter": {
      resources: [
        { uuid: source, title: name },
        { uuid: target, title: attack, rlinks: [{ href: "https://attack.mitre.org/" }] },
      ],
    },
  };
  return `${JSON.stringify({ "mapping-collection": collection }, null, 1)}\n`;
}

interface About {
  readonly file: MappingFile;
  readonly set: string;
}

/** Rows that OSCAL has a place for: a capability, a technique of the file's release, a claim. */
export function isMapped(row: MappingRow, file: MappingFile): boolean {
  return isMappable(row) && !isBlank(row.capabilityId) && !isBlank(row.attackObjectId) && !isElsewhere(row, file);
}

/** Nobody has work left with it; files without statuses are published ones. */
function isDone({ status }: MappingRow): boolean {
  return ["", "complete", "non_mappable"].includes((status ?? "").trim());
}

function mapOf(row: MappingRow, index: number, { file, set }: About) {
  const framework = file.metadata.mappingFramework ?? "";
  const { side } = frameworkOf(framework);
  const says = {
    function: functionOf(side, row.mappingType ?? null, row.scoreCategory ?? null),
    rating: ratingOf(side, row.scoreValue ?? null),
    "score-category": row.scoreCategory,
    "score-value": row.scoreValue,
    status: row.status,
    row: String(index),
  };
  const props = Object.entries(says).flatMap(([name, value]) =>
    isBlank(value) ? [] : [{ name, ns: tidemapNamespace, value: (value ?? "").trim() }],
  );
  const links = (row.references ?? []).filter((href) => /^https?:\/\/\S+$/i.test(href));
  return {
    uuid: uuidOf(`oscal map ${set} ${index}`),
    ns: tidemapNamespace,
    relationship: token(row.mappingType ?? ""),
    sources: [{ type: "control", "id-ref": oscalId(framework, row.capabilityId ?? "") }],
    targets: [{ type: "control", "id-ref": (row.attackObjectId ?? "").trim() }],
    props,
    ...(links.length > 0 ? { links: links.map((href) => ({ href, rel: "reference" })) } : {}),
    ...(isBlank(row.comments) ? {} : { remarks: row.comments }),
  };
}

/** Of 800-53 as NIST's own catalogue has it (`ac-2`), of others as the file writes it. */
function oscalId(framework: string, id: string): string {
  return framework === "nist_800_53" ? foldCapabilityId(framework, id) : id.trim();
}

/** Ids that the file declares non-mappable and maps nowhere, each once; techniques of its own release alone. */
function unmapped(file: MappingFile, side: "capabilityId" | "attackObjectId"): readonly string[] {
  const framework = file.metadata.mappingFramework ?? "";
  const idOf = (row: MappingRow) => {
    const id = (row[side] ?? "").trim();
    return side === "capabilityId" ? oscalId(framework, id) : id;
  };
  const isHere = (row: MappingRow) => side === "capabilityId" || !isElsewhere(row, file);
  const mapped = new Set(file.rows.filter((row) => isMapped(row, file)).map(idOf));
  const declared = file.rows.filter((row) => !isMappable(row) && !isBlank(row[side]) && isHere(row)).map(idOf);
  return [...new Set(declared)].filter((id) => !mapped.has(id));
}

function gap(side: "source" | "target", set: string, ids: readonly string[]) {
  if (ids.length === 0) return {};
  return {
    [`${side}-gap-summary`]: { uuid: uuidOf(`oscal ${side} gap ${set}`), "unmapped-controls": [{ "with-ids": ids }] },
  };
}

/** A token of OSCAL has no blanks and begins with a letter. */
function token(word: string): string {
  const text = word.trim().replace(/[^A-Za-z0-9._-]+/g, "-");
  return /^[A-Za-z_]/.test(text) ? text : `_${text}`;
}
