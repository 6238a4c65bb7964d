import { foldCapabilityId } from "../model/capability.js";
import { findFrameworkId, frameworkOf, licenceTierOf } from "../model/framework.js";
import { functionOf, mappingFunctions } from "../model/mapping.js";
import { isBlank, type MappingFile, type MappingRow } from "../model/mapping-file.js";
import { nistBaseline, nistBaselines } from "../model/nist-baselines.js";

/** What a row says in a field: nothing, one thing or several. */
type ValuesOf = (row: MappingRow, file: MappingFile) => readonly (string | null | undefined)[];

/** What rows are chosen and parted by: as the file writes it, but for what is ours to read. To add one: a line. */
const fields = {
  framework: (row, file) => [frameworkIn(row, file)],
  technique: (row) => [row.attackObjectId],
  capability: (row, file) => [foldedId(row, file)],
  group: (row) => [row.capabilityGroup],
  type: (row) => [row.mappingType],
  function: (row, file) => {
    const { side } = frameworkOf(frameworkIn(row, file));
    return [functionOf(side, row.mappingType ?? null, row.scoreCategory ?? null)];
  },
  category: (row) => [row.scoreCategory],
  rating: (row) => [row.scoreValue],
  status: (row) => [row.status],
  licence: (row, file) => [licenceTierOf(frameworkIn(row, file), row.capabilityId ?? "")],
  baseline: (row, file) => baselinesOf(row, file),
  tag: (row, { extra }) => tagsOf(extra.get("controls"), row.capabilityId),
} as const satisfies Readonly<Record<string, ValuesOf>>;

export type RowField = keyof typeof fields;
export const rowFieldNames = Object.keys(fields) as readonly RowField[];

/** The words of fields that are ours to read; any other has what a file writes. */
export const fieldWords: Readonly<Partial<Record<RowField, readonly string[]>>> = {
  function: mappingFunctions,
  baseline: nistBaselines.map(foldedWord),
};

/** Without outer blanks and in small letters, blank ones left out. */
export function valuesOf(field: RowField, row: MappingRow, file: MappingFile): readonly string[] {
  return fields[field](row, file).flatMap((value) => (isBlank(value) ? [] : foldedWord(value ?? "")));
}

/** What a person may write for a value, as the file's framework has it. */
export function spelledIn(field: RowField, value: string, { metadata }: MappingFile): string {
  const framework = metadata.mappingFramework ?? "";
  if (field === "capability") return foldCapabilityId(framework, value);
  return foldedWord(field === "framework" ? (findFrameworkId(value, [framework]) ?? value) : value);
}

function foldedWord(text: string): string {
  return text.trim().toLowerCase();
}

function frameworkIn(row: MappingRow, { metadata }: MappingFile): string {
  return (isBlank(row.mappingFramework) ? metadata.mappingFramework : row.mappingFramework) ?? "";
}

function foldedId(row: MappingRow, file: MappingFile): string {
  return foldCapabilityId(frameworkIn(row, file), row.capabilityId ?? "");
}

function baselinesOf(row: MappingRow, file: MappingFile): readonly string[] {
  if (frameworkIn(row, file) !== "nist_800_53") return [];
  const revision = (file.metadata.mappingFrameworkVersion ?? "").trim();
  const id = foldedId(row, file);
  return nistBaselines.filter((baseline) => nistBaseline(revision, baseline)?.has(id) === true);
}

/** Readers of older formats keep what a file says of its controls beside the rows (formats/legacy). */
function tagsOf(controls: unknown, capabilityId: MappingRow["capabilityId"]): readonly string[] {
  if (!Array.isArray(controls)) return [];
  const own = controls.find((control: { readonly id?: unknown }) => control.id === capabilityId);
  const tags: unknown = own?.tags;
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}
