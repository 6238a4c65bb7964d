/** The words of `convert` and `export` for formats, styles, metrics and layouts; a TidemapError (exit 2) for any other. */
import {
  type Compat,
  compats,
  type LayerMetric,
  layerMetrics,
  type MappingFormat,
  type UnifiedStyle,
  unifiedStyles,
} from "../formats/mapping-format.js";
import { mappingFormats } from "../formats/registry.js";
import { nearest } from "../knowledge/suggest.js";
import { TidemapError } from "../model/diagnostic.js";

export function metricNamed(word: string | undefined, formats: readonly MappingFormat[]): LayerMetric | undefined {
  if (word === undefined) return undefined;
  const found = layerMetrics.find((metric) => metric === word);
  if (found !== undefined && formats.some(({ id }) => id === "layer")) return found;
  throw new TidemapError("TM5042", `${formats.map(({ id }) => id).join(", ")} has no metric ${JSON.stringify(word)}.`, {
    hint: `layer takes ${layerMetrics.join(", ")}.`,
    exitCode: 2,
  });
}

/** Tables, JSON and YAML are laid out otherwise by other programs. */
export function hasLayouts({ id }: MappingFormat): boolean {
  return ["json", "yaml", "csv", "xlsx"].includes(id);
}

export function compatNamed(word: string | undefined, formats: readonly MappingFormat[]): Compat | undefined {
  if (word === undefined) return undefined;
  const found = compats.find((compat) => compat === word);
  const other = formats.find((format) => !hasLayouts(format));
  if (found !== undefined && other === undefined) return found;
  const what = found === undefined ? JSON.stringify(word) : `of ${word} for ${other?.id}`;
  throw new TidemapError("TM5042", `There is no layout ${what}.`, {
    hint: `json, yaml, csv and xlsx take ${compats.join(", ")}.`,
    exitCode: 2,
  });
}

/** `csv,xlsx` → both. */
export function formatsNamed(words: string | undefined): readonly MappingFormat[] {
  const named = (words ?? "").split(",").filter((word) => word.trim() !== "");
  return named.length === 0 ? [formatNamed(undefined)] : [...new Set(named.map(formatNamed))];
}

function formatNamed(word: string | undefined): MappingFormat {
  const formats = mappingFormats.filter(({ serialize }) => serialize !== undefined);
  const found = formats.find(({ id }) => id === word?.trim().toLowerCase());
  if (found !== undefined) return found;
  const known = formats.map(({ id }) => id);
  const [near] = word === undefined ? [] : nearest(word, known);
  throw new TidemapError(
    "TM5041",
    word === undefined ? "No format was named." : `There is no format ${JSON.stringify(word)}.`,
    {
      hint: near === undefined ? `--to takes ${known.join(", ")}.` : `Did you mean ${near}?`,
      exitCode: 2,
    },
  );
}

export function styleNamed(word: string | undefined, formats: readonly MappingFormat[]): UnifiedStyle | undefined {
  if (word === undefined) return undefined;
  const found = unifiedStyles.find((style) => style === word);
  if (found !== undefined && formats.some(({ lossless }) => lossless)) return found;
  throw new TidemapError("TM5042", `${formats.map(({ id }) => id).join(", ")} has no style ${JSON.stringify(word)}.`, {
    hint: `json and yaml take ${unifiedStyles.join(", ")}.`,
    exitCode: 2,
  });
}
