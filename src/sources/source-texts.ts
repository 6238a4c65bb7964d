import { decodeBundleTexts } from "../attack/bundle-texts.js";
import { parseBundleJson } from "../attack/parse-bundle.js";
import { readYaml } from "../base/yaml-read.js";
import { defaultBounds } from "../formats/format.js";
import { parseUnified } from "../formats/unified/parse.js";
import { capabilityKey, foldCapabilityId } from "../model/capability.js";
import type { Diagnostic, Parsed } from "../model/diagnostic.js";
import { findFrameworkId, frameworkOf, knownFrameworkIds } from "../model/framework.js";
import { setIdOf, setKeyOf } from "../model/set-id.js";

/** Texts of one source file, ready for a shelf of the user's store: key → record. */
export interface CompiledTexts {
  readonly records: ReadonlyMap<string, unknown>;
}

/** `technique/T1550.001` → { text, citations }, for every object of a bundle that has a description. */
export function compileBundleTexts(text: string, file: string): Parsed<CompiledTexts> {
  const parsed = parseBundleJson(text, file);
  if (parsed.value === null) return { value: null, diagnostics: parsed.diagnostics };
  const texts = decodeBundleTexts(parsed.value.json, file);
  const records = texts.value?.map(
    ({ kind, id, description, citations }) => [`${kind}/${id}`, { text: description, citations }] as const,
  );
  const diagnostics = [...parsed.diagnostics, ...texts.diagnostics];
  return { value: records === undefined ? null : { records: new Map(records) }, diagnostics };
}

export interface CompiledSetTexts extends CompiledTexts {
  readonly set: string;
}

/** `row/12` → comment, `capability/KEY` → sentence (frameworks whose names are sentences). */
export function compileSetTexts(bytes: Uint8Array, file: string): Parsed<CompiledSetTexts> {
  const { value, diagnostics } = parseUnified(bytes, file);
  // List style names its sets unlike every later file: there is no set to put its comments to.
  const key = value === null || value.serialisation === "J0" ? null : setKeyOf(value);
  if (value === null || key === null) return { value: null, diagnostics };
  const records = new Map<string, unknown>();
  const { namesAreSentences } = frameworkOf(key.framework);
  value.rows.forEach((row, index) => {
    if (row.comments?.trim()) records.set(`row/${index}`, row.comments);
    if (!namesAreSentences || !row.capabilityId?.trim() || !row.capabilityDescription?.trim()) return;
    const capability = `capability/${capabilityKey(key.framework, row.capabilityId)}`;
    if (!records.has(capability)) records.set(capability, row.capabilityDescription);
  });
  return { value: { set: setIdOf(key), records }, diagnostics };
}

export interface CompiledDescriptions extends CompiledTexts {
  readonly framework: string;
  /** null: for every version of the framework. */
  readonly version: string | null;
}

/** `nist-rev5_descriptions.json` → framework and version; null for files of other names. */
export function describedFramework(name: string): { readonly framework: string; readonly version: string } | null {
  const match = /^(.+)-([^-_]+)_descriptions\.json$/.exec(name);
  const framework = match ? findFrameworkId(match[1] ?? "", knownFrameworkIds) : null;
  return framework === null ? null : { framework, version: match?.[2] ?? "" };
}

/**
 * A `*_descriptions.json` file, a list of { id, description }: folded id → text. Entries without id or text say
 * nothing; of several for one capability the first stays, a longer spelling of the same id included.
 */
export function compileDescriptions(
  text: string,
  file: string,
  of: { readonly framework: string; readonly version: string },
): Parsed<CompiledDescriptions> {
  const parsed = parseBundleJson(text, file);
  if (parsed.value === null) return { value: null, diagnostics: parsed.diagnostics };
  const entries = parsed.value.json;
  if (!Array.isArray(entries)) return { value: null, diagnostics: [...parsed.diagnostics, noList(file)] };
  const records = new Map<string, unknown>();
  for (const entry of entries as readonly unknown[]) {
    const { id, description } = (entry ?? {}) as { id?: unknown; description?: unknown };
    if (typeof id !== "string" || typeof description !== "string") continue;
    if (id.trim() === "" || description.trim() === "" || id === "Not Available") continue;
    const key = foldCapabilityId(of.framework, id);
    if (!records.has(key)) records.set(key, description);
  }
  return { value: { ...of, records }, diagnostics: parsed.diagnostics };
}

/** Platforms of the older control files, and the framework each belongs to. */
const platforms: Readonly<Record<string, string>> = { aws: "aws", azure: "azure", gcp: "gcp", m365: "m365" };

/**
 * An older control file (YAML, one a capability): its description under its id, else under its name as ids are made of it
 * (lower case, blanks as `_`). null for other YAML files, without a finding: folders are full of them.
 */
export function compileControlFile(text: string, file: string): CompiledDescriptions | null {
  const read = readYaml(text, defaultBounds);
  if (!read.ok || read.value === null || typeof read.value !== "object") return null;
  const { id, name, description, platform } = read.value as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || typeof description !== "string") return null;
  const folder = file.split("/").at(-2) ?? "";
  const framework = platforms[(typeof platform === "string" ? platform : folder).trim().toLowerCase()];
  if (framework === undefined) return null;
  const written = typeof id === "string" ? id : name.trim().toLowerCase().replaceAll(" ", "_");
  return { framework, version: null, records: new Map([[foldCapabilityId(framework, written), description]]) };
}

function noList(file: string): Diagnostic {
  return {
    code: "TM3030",
    severity: "error",
    place: { file, pointer: "" },
    message: "The file is no list of descriptions.",
    hint: "A descriptions file is a JSON list of records with id and description.",
  };
}
