import { decodeUtf8, type Source } from "../base/source.js";
import { isYaml } from "../base/yaml-read.js";
import { readDocument } from "./document.js";
import { Findings } from "./findings.js";
import { checkSize, defaultBounds } from "./format.js";

/** Whether a file is called JSON or YAML. */
export function isDataFile(path: string): boolean {
  return /\.(json|ya?ml)$/i.test(path);
}

/**
 * Whether a file that is called JSON or YAML can be read as such, whatever it says there; several YAML documents are YAML,
 * and so is an empty file. One beyond the bound on bytes is not looked at and passes. Never throws on input.
 */
export function isWellFormed(source: Source): boolean {
  const { path, bytes } = source;
  if (checkSize(path, bytes.length) !== null) return true;
  if (/\.json$/i.test(path)) return readDocument(source, defaultBounds, new Findings(path)) !== null;
  const decoded = decodeUtf8(bytes);
  return decoded.ok && isYaml(decoded.text, defaultBounds);
}
