import { decodeLossy, decodeUtf8, type Source } from "../../base/source.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { type Domain, domains } from "../../model/domain.js";
import type { MappingRow } from "../../model/mapping-file.js";
import { Findings } from "../findings.js";
import { type Bounds, checkSize } from "../format.js";
import { columnsOf } from "../table/columns.js";
import { readTable } from "../table/read-table.js";
import {
  fileName,
  type Gathered,
  type GatheringFormat,
  groupsIn,
  legacyFile,
  legacyMetadata,
  legacyRow,
} from "./gathering.js";

const mappingType = "related_to";

/** What stands beside a VERIS mapping: descriptions of its terms, and the terms that nothing maps. */
interface Companions {
  readonly enumerations: readonly { readonly path: string; readonly names: ReadonlyMap<string, string> }[];
  readonly unmapped: readonly { readonly path: string; readonly terms: readonly string[] }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** VERIS to ATT&CK as JSON by technique and by term, with tables of descriptions and non-mappable terms beside it. */
export const verisJson: GatheringFormat = {
  id: "veris",
  title: "VERIS JSON and tables",
  takes(head, path) {
    const text = decodeLossy(head.subarray(0, 4096));
    if (/\.json$/i.test(path)) return /"attack_to_veris"|"veris_version"/.test(text);
    return /\.csv$/i.test(path) && (/^\ufeff?AXES,CATEGORY,/.test(text) || /^\ufeff?,Non-Mappable\s/.test(text));
  },
  async gather(sources, bounds) {
    const mappings = sources.filter(({ path }) => /\.json$/i.test(path));
    const companions = await companionsIn(sources, bounds);
    return mappings.map((source, index) => {
      const gathered = fileOf(source, companions, bounds);
      if (index > 0) return gathered;
      const { value, diagnostics } = gathered.parsed;
      return { ...gathered, parsed: { value, diagnostics: [...companions.diagnostics, ...diagnostics] } };
    });
  },
};

async function companionsIn(sources: readonly Source[], bounds: Bounds): Promise<Companions> {
  const enumerations: Companions["enumerations"][number][] = [];
  const unmapped: Companions["unmapped"][number][] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of sources.filter(({ path }) => /\.csv$/i.test(path))) {
    const { path } = source;
    const { value: table, diagnostics: found } = await readTable(source, bounds);
    diagnostics.push(...found);
    if (table === null) continue;
    const findings = new Findings(path);
    if (table.head.includes("Non-Mappable")) {
      const pick = columnsOf(table, ["Non-Mappable"], findings);
      unmapped.push({ path, terms: table.rows.flatMap(({ cells }) => pick?.(cells)[0] || []) });
    } else {
      const pick = columnsOf(table, ["AXES", "CATEGORY", "SUB CATEGORY", "VALUE", "DESCRIPTION"], findings);
      const lines = pick === null ? [] : table.rows.map(({ cells }) => pick(cells));
      const names = lines.map((parts) => [termKey(parts.slice(0, 4).join(".")), parts[4] ?? ""] as const);
      enumerations.push({ path, names: new Map(names) });
    }
    diagnostics.push(...findings.all());
  }
  return { enumerations, unmapped, diagnostics };
}

interface VerisFile {
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly attack_to_veris?: Readonly<Record<string, { readonly name?: unknown; readonly veris?: unknown }>>;
}

function fileOf(source: Source, companions: Companions, bounds: Bounds): Gathered {
  const { path } = source;
  const findings = new Findings(path);
  const file = parse(source, findings, bounds);
  if (file === null) {
    return { name: "veris", paths: [path], parsed: { value: null, diagnostics: findings.all() } };
  }
  const said = (key: string) => String(file.metadata?.[key] ?? "");
  const version = said("veris_version");
  const domain = domainOf(said("attack_domain"), fileName(path));
  const beside = besides(companions, { version, domain }, findings);
  const named = (term: string) => beside.names.get(termKey(term)) ?? "";
  const mapped = Object.entries(file.attack_to_veris ?? {}).flatMap(([technique, { name, veris }]) =>
    (Array.isArray(veris) ? veris : []).map((term: unknown) => rowOf(clean(String(term)), named, { technique, name })),
  );
  const rows = [...mapped, ...beside.terms.map((term) => rowOf(term, named, null))];
  const metadata = legacyMetadata({
    mappingVersion: said("mappings_version"),
    technologyDomain: domain,
    attackVersion: said("attack_version"),
    mappingFramework: "veris",
    mappingFrameworkVersion: version,
    mappingTypes: new Map([[mappingType, { name: "related-to", description: "" }]]),
    capabilityGroups: groupsIn(rows),
  });
  return {
    name: `veris-${version}_attack-${said("attack_version")}-${domain}`,
    paths: [path, ...beside.paths],
    parsed: { value: legacyFile(metadata, rows), diagnostics: findings.all() },
  };
}

function parse({ path, bytes }: Source, findings: Findings, bounds: Bounds): VerisFile | null {
  const large = checkSize(path, bytes.length, bounds);
  if (large !== null) {
    findings.add("TM0001", { message: large.message });
    return null;
  }
  const decoded = decodeUtf8(bytes);
  try {
    const value = decoded.ok ? (JSON.parse(decoded.text) as VerisFile | null) : null;
    if (value?.attack_to_veris) return value;
    findings.add("TM0008", { message: "The file is no UTF-8 JSON with attack_to_veris." });
  } catch (cause) {
    findings.add("TM0008", {
      message: `The file is no JSON: ${cause instanceof Error ? cause.message : "unreadable"}`,
    });
  }
  return null;
}

interface Edition {
  readonly version: string;
  readonly domain: Domain;
}

/** The tables that speak of an edition and domain, by the digits and words of their names. */
function besides(companions: Companions, { version, domain }: Edition, findings: Findings) {
  const digits = version.replaceAll(".", "");
  const ofEdition = (path: string) => fileName(path).replaceAll("_", "").includes(digits);
  const enumeration = companions.enumerations.find(({ path }) => ofEdition(path));
  const list =
    companions.unmapped.find(({ path }) => ofEdition(path)) ??
    companions.unmapped.find(({ path }) => fileName(path).includes(`_${domain}_`));
  if (enumeration === undefined) {
    findings.add("TM0009", { message: `No table describes the terms of VERIS ${version}; they have no names.` });
  }
  if (list === undefined) {
    findings.add("TM0009", { message: `No list says which terms of VERIS ${version} are non-mappable in ${domain}.` });
  }
  return {
    names: enumeration?.names ?? new Map<string, string>(),
    terms: list?.terms ?? [],
    paths: [enumeration, list].flatMap((table) => table?.path ?? []),
  };
}

function rowOf(
  term: string,
  named: (term: string) => string,
  mapped: { readonly technique: string; readonly name: unknown } | null,
): MappingRow {
  const group = term.split(".").slice(0, 2).join(".").replaceAll(" ", "_");
  const own = { capabilityId: term, capabilityDescription: named(term) };
  if (mapped === null) {
    const capabilityGroup = group.toLowerCase();
    return legacyRow({ ...own, capabilityGroup, mappingType: "non_mappable", attackObjectId: null });
  }
  const { technique, name } = mapped;
  const attackObjectName = typeof name === "string" ? name : "";
  return legacyRow({ ...own, capabilityGroup: group, mappingType, attackObjectId: technique, attackObjectName });
}

/** A part without a name is written `""`, and means nothing. */
function clean(term: string): string {
  return term.replaceAll('.""', "");
}

/** Terms are compared without case, empty parts left out. */
function termKey(term: string): string {
  return term.toLowerCase().replace(/\.{2,}/g, ".");
}

function domainOf(said: string, name: string): Domain {
  return domains.find((domain) => said.startsWith(domain) || name.includes(domain)) ?? "enterprise";
}
