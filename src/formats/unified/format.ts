import type { MappingFile } from "../../model/mapping-file.js";
import type { Format } from "../format.js";
import { detectUnified } from "./detect.js";
import { parseUnified } from "./parse.js";

/** The publishers' unified mapping file, JSON and YAML, in every serialisation of docs/formats/unified.md. */
export const unifiedFormat: Format<MappingFile> = {
  id: "unified",
  extensions: [".json", ".yaml", ".yml"],
  detect: detectUnified,
  parse: ({ bytes, path }, bounds) => parseUnified(bytes, path, bounds),
};
