import { counted } from "../../base/counted.js";
import { decodeLossy } from "../../base/source.js";
import type { MappingFile } from "../../model/mapping-file.js";
import { plainLayout, writeJson } from "../json-layout.js";
import type { Compat, MappingFormat, UnifiedStyle, WriteOptions } from "../mapping-format.js";
import { detectUnified } from "./detect.js";
import { encodeUnified } from "./encode.js";
import { parseUnified } from "./parse.js";
import { toStyle } from "./style.js";
import { writeYaml } from "./yaml-text.js";

/** The publisher's own format; every byte as it was read where the file's layout is known. docs/formats/unified.md */
export const unifiedJson: MappingFormat = {
  id: "json",
  title: "unified JSON",
  extensions: [".json"],
  media: "application/json",
  lossless: true,
  detect: (head, path) => (beginsAsJson(head, path) ? detectUnified(head, named(path, ".json")) : 0),
  parse: async ({ bytes, path }, bounds) => parseUnified(bytes, path, bounds),
  async serialize(file, options) {
    const styled = styleOf(file, options);
    const body = writeJson(encodeUnified(styled), styled.layout ?? plainLayout);
    return {
      files: [{ name: `${options.name}${options.compat === "mapex" ? "_json" : ""}.json`, body }],
      lost: lossOf(file, options),
    };
  },
};

/**
 * The same in YAML: texts that look like numbers or dates are quoted, so that they stay text. The Mappings Editor's YAML is
 * another thing, rows with names for ids.
 */
export const unifiedYaml: MappingFormat = {
  id: "yaml",
  title: "unified YAML",
  extensions: [".yaml", ".yml"],
  media: "application/yaml",
  lossless: true,
  detect: (head, path) => (beginsAsJson(head, path) ? 0 : detectUnified(head, named(path, ".yaml"))),
  parse: async ({ bytes, path }, bounds) => parseUnified(bytes, path, bounds),
  async serialize(file, options) {
    const name = `${options.name}.yaml`;
    if (options.compat === "editor") {
      const { editorRecords, lostInEditorRecords } = await import("../rows/foreign-table.js");
      return { files: [{ name, body: writeYaml(editorRecords(file)) }], lost: lostInEditorRecords(file) };
    }
    const body = writeYaml(encodeUnified(styleOf(file, options)));
    return { files: [{ name, body }], lost: lossOf(file, options) };
  },
};

function styleOf(file: MappingFile, { compat, style }: WriteOptions): MappingFile {
  const wanted = compat === undefined ? style : styleOfProgram[compat];
  return wanted === undefined ? file : toStyle(file, wanted);
}

const styleOfProgram = { mapex: "artefact", editor: "editor" } as const satisfies Record<Compat, UnifiedStyle>;

/** The publisher's downloads have no room for what they drop. */
function lossOf({ rows }: MappingFile, { compat, style }: WriteOptions): readonly string[] {
  if (compat !== "mapex" && style !== "artefact") return [];
  const statuses = new Set(rows.map((row) => row.status).filter((status) => status !== undefined));
  const own = rows.filter(
    (row) => row.attackVersion || row.technologyDomain || row.mappingFramework || row.mappingFrameworkVersion,
  );
  return [
    ...(statuses.size > 0 ? [`the status of ${counted(rows.length, "row")} (${[...statuses].join(", ")})`] : []),
    ...(own.length > 0 ? [`releases, domains or frameworks of their own in ${counted(own.length, "row")}`] : []),
  ];
}

/** A file without an ending, such as standard input, is judged by its first letter. */
function beginsAsJson(head: Uint8Array, path: string): boolean {
  if (hasEnding(path)) return /\.json$/i.test(path);
  return /^\s*[{[]/.test(decodeLossy(head.subarray(0, 256)));
}

function named(path: string, ending: string): string {
  return hasEnding(path) ? path : `${path}${ending}`;
}

function hasEnding(path: string): boolean {
  return /\.[a-z0-9]{1,5}$/i.test(path);
}
