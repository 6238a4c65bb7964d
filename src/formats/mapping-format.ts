import type { MappingFile } from "../model/mapping-file.js";
import type { Format } from "./format.js";

/** How mapping files are written. A format takes the options it knows. */
export interface WriteOptions {
  /** Stem of the files' names, without a folder: `nist_800_53-rev5_attack-16.1-enterprise`. */
  readonly name: string;
  /** Tables, JSON and YAML: the layout of another program's files, field by field, instead of ours. */
  readonly compat?: Compat;
  /** Unified JSON and YAML: written as another program would. As it was read where absent. */
  readonly style?: UnifiedStyle;
  /** What the rows have in common where a file was parted: `licence e3`; formats with a title say so. */
  readonly part?: string;
  /** What was done to the rows before, a sentence each: carried, chosen; formats with room for words say so. */
  readonly about?: readonly string[];
  /** STIX: the STIX id of a technique in a release of a domain; null for one that the release does not hold. */
  readonly attack?: TechniqueStixId;
  /** Layer: what a technique's score counts; capabilities where absent. */
  readonly metric?: LayerMetric;
}

/** mapex: the publisher's downloads; editor: the text exports of its Mappings Editor, in JSON its project files. */
export const compats = ["mapex", "editor"] as const;
export type Compat = (typeof compats)[number];

export const layerMetrics = ["capabilities", "rating"] as const;
export type LayerMetric = (typeof layerMetrics)[number];

export type TechniqueStixId = (domain: string, release: string, techniqueId: string) => string | null;

/** converter: every key, absent is ""; editor: absent keys left out; artefact: the publisher's downloads, no status. */
export const unifiedStyles = ["converter", "editor", "artefact"] as const;
export type UnifiedStyle = (typeof unifiedStyles)[number];

/** A format that holds mappings. */
export type MappingFormat = Format<MappingFile, WriteOptions>;
