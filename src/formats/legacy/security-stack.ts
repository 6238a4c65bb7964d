import { decodeLossy, decodeUtf8, type Source } from "../../base/source.js";
import { readYaml } from "../../base/yaml-read.js";
import { dayOf } from "../../model/day.js";
import type { MappingRow } from "../../model/mapping-file.js";
import { Findings } from "../findings.js";
import { type Bounds, checkSize } from "../format.js";
import { type Gathered, type GatheringFormat, groupsIn, legacyFile, legacyMetadata, legacyRow } from "./gathering.js";

const mappingType = "technique_scores";

/** The day on which the publisher brought a collection out names its edition, and stands in no document. */
const editions: Readonly<Record<string, string>> = {
  "aws 9.0": "09/21/2021",
  "azure 8.2": "06/29/2021",
  "gcp 10.0": "06/28/2022",
};

type Fields = Readonly<Record<string, unknown>>;

/** A control's document, as far as it is one. */
interface Control {
  readonly path: string;
  readonly platform: string;
  readonly attackVersion: string;
  /** As written, MM/DD/YYYY or unpadded. */
  readonly dates: readonly string[];
  readonly fields: Fields;
  readonly name: string;
  readonly rows: readonly MappingRow[];
}

/** Documents of a cloud's security controls, a YAML file a control, as published for AWS, Azure and GCP from 2021. */
export const securityStack: GatheringFormat = {
  id: "security-stack",
  title: "security stack YAML",
  takes(head, path) {
    if (!/\.ya?ml$/i.test(path)) return false;
    const text = decodeLossy(head);
    return /^ATT&CK version:/m.test(text) && /^platform:/m.test(text) && /^techniques:/m.test(text);
  },
  async gather(sources, bounds) {
    const sets = new Map<string, { controls: Control[]; findings: Findings[]; paths: string[] }>();
    for (const source of sources) {
      const findings = new Findings(source.path);
      const control = controlOf(source, findings, bounds);
      const key = control === null ? "" : `${control.platform} ${control.attackVersion}`;
      const set = sets.get(key) ?? { controls: [], findings: [], paths: [] };
      set.findings.push(findings);
      set.paths.push(source.path);
      if (control !== null) set.controls.push(control);
      sets.set(key, set);
    }
    return [...sets.values()].map(({ controls, findings, paths }) =>
      setOf(
        controls,
        paths,
        findings.flatMap((found) => found.all()),
      ),
    );
  },
};

function setOf(
  controls: readonly Control[],
  paths: readonly string[],
  diagnostics: Gathered["parsed"]["diagnostics"],
): Gathered {
  const [first] = controls;
  if (first === undefined) return { name: "security-stack", paths, parsed: { value: null, diagnostics } };
  const rows = controls.flatMap((control) => control.rows);
  const days = controls.flatMap(({ dates }) => dates.flatMap((date) => dayOf(date) ?? [])).sort();
  const newest = american(days.at(-1));
  const edition = editions[`${first.platform} ${first.attackVersion}`] ?? newest;
  const names = Object.fromEntries(controls.map(({ name }) => [idOf(name), name]));
  const metadata = legacyMetadata({
    mappingVersion: textOf(first.fields.version),
    mappingFramework: first.platform,
    mappingFrameworkVersion: edition,
    attackVersion: first.attackVersion,
    contact: textOf(first.fields.contact),
    organization: textOf(first.fields.organization),
    creationDate: american(days[0]),
    lastUpdate: newest,
    mappingTypes: new Map([[mappingType, { name: mappingType, description: "" }]]),
    capabilityGroups: groupsIn(rows, names),
  });
  const extra = new Map([["controls", controls.map(({ fields, name }) => aboutControl(name, fields))]]);
  const name = `${first.platform}-${edition.replaceAll("/", ".")}_attack-${first.attackVersion}-enterprise`;
  return { name, paths, parsed: { value: legacyFile(metadata, rows, extra), diagnostics } };
}

/** What a mapping file has no place for, kept beside the rows: tags, the control's own comments and dates. */
function aboutControl(name: string, { techniques: _, name: __, ...rest }: Fields): Fields {
  return { id: idOf(name), ...rest };
}

function controlOf({ path, bytes }: Source, findings: Findings, bounds: Bounds): Control | null {
  if (checkSize(path, bytes.length, bounds) !== null) {
    findings.add("TM0001", { message: `The file has ${bytes.length} bytes; at most ${bounds.bytes} are read.` });
    return null;
  }
  const decoded = decodeUtf8(bytes);
  const read = decoded.ok ? readYaml(decoded.text, bounds) : null;
  if (read === null || !read.ok) {
    const why = read === null ? "it is no UTF-8" : read.message;
    const code = read?.fault === "depth" ? "TM0002" : read?.fault === "aliases" ? "TM0004" : "TM0008";
    findings.add(code, { ...(read?.place ?? {}), message: `The control cannot be read: ${why}.` });
    return null;
  }
  const fields = asFields(read.value);
  const name = textOf(fields.name);
  const platform = textOf(fields.platform).toLowerCase();
  if (name === "" || platform === "") {
    findings.add("TM0008", { message: "The document names no control or no platform." });
    return null;
  }
  const version = textOf(fields["ATT&CK version"]);
  return {
    path,
    platform,
    attackVersion: version.includes(".") ? version : `${version}.0`,
    dates: [textOf(fields["creation date"]), textOf(fields["last update"])],
    fields,
    name,
    rows: rowsOf(fields, name),
  };
}

/** A row a technique's score, then one a sub-technique and score; without technique one that says why. */
function rowsOf(fields: Fields, name: string): readonly MappingRow[] {
  const own = { capabilityId: idOf(name), capabilityDescription: name, capabilityGroup: idOf(name) };
  const techniques = asList(fields.techniques).map(asFields);
  if (techniques.length === 0) {
    const scores = { scoreCategory: null, scoreValue: null, relatedScore: null };
    const comments = textOf(fields.comments);
    return [legacyRow({ ...own, ...scores, mappingType: "non_mappable", attackObjectId: null, comments })];
  }
  const references = asList(fields.references).map(textOf);
  return techniques.flatMap((technique) => {
    const id = textOf(technique.id);
    const scored = (of: Fields, score: Fields, more: Partial<MappingRow>): MappingRow =>
      legacyRow({
        ...own,
        mappingType,
        attackObjectId: textOf(of.id),
        attackObjectName: textOf(of.name),
        scoreCategory: textOf(score.category).toLowerCase(),
        scoreValue: textOf(score.value).toLowerCase(),
        comments: textOf(score.comments),
        ...more,
      });
    const scores = asList(technique["technique-scores"]).map(asFields);
    const blocks = asList(technique["sub-techniques-scores"]).map(asFields);
    return [
      ...scores.map((score) => scored(technique, score, { relatedScore: "", references })),
      ...blocks.flatMap((block) =>
        asList(block["sub-techniques"])
          .map(asFields)
          .flatMap((sub) =>
            asList(block.scores).map((score) => scored(sub, asFields(score), { relatedScore: id, references: [] })),
          ),
      ),
    ];
  });
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(" ", "_");
}

function american(day: string | undefined): string {
  const [year = "", month = "", date = ""] = (day ?? "").split("-");
  return year === "" ? "" : `${month}/${date}/${year}`;
}

function asFields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
