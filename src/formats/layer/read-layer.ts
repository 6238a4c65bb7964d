import { scanJson } from "../../base/json-scan.js";
import { decodeUtf8, type Source } from "../../base/source.js";
import type { Parsed } from "../../model/diagnostic.js";
import { type Domain, isDomain } from "../../model/domain.js";
import { Findings } from "../findings.js";
import { type Bounds, checkSize } from "../format.js";

/** One entry of a layer: a technique under one of its tactics, or under all. */
export interface ReadLayerEntry {
  readonly techniqueId: string;
  /** Short name; null: under every tactic. */
  readonly tactic: string | null;
  readonly score: number | null;
  readonly color: string | null;
  readonly comment: string | null;
  readonly enabled: boolean;
}

/** A layer of the ATT&CK Navigator as it was read: a list of techniques with marks, not of mappings. */
export interface ReadLayer {
  readonly name: string;
  /** `2.2` … `4.5`; null where the file does not say, which the format asks for. */
  readonly layerVersion: string | null;
  /** null for a domain that is none of the three. */
  readonly domain: Domain | null;
  /** As written (`16`, `16.1`); null where the layer does not say, as those before 4.0 cannot. */
  readonly attackVersion: string | null;
  readonly entries: readonly ReadLayerEntry[];
}

/** Layers that the format's texts describe; 1.x was never written by a Navigator that still runs. */
const readable = /^[234]\.\d+$/;

/**
 * The layers in a file, one or a list of them, formats 2.0 to 4.5 (attack-navigator, layers/spec/v*): `version` and `mitre-enterprise`
 * before 4.0, `versions` and `enterprise-attack` since. Entries without a technique's id are told and left out. Never throws on
 * input.
 */
export function parseLayers(source: Source, bounds: Bounds): Parsed<readonly ReadLayer[]> {
  const large = checkSize(source.path, source.bytes.length, bounds);
  if (large !== null) return { value: null, diagnostics: [large] };
  const findings = new Findings(source.path);
  const value = valueIn(source, bounds);
  const listed = Array.isArray(value) ? value : [value];
  const layers = listed.flatMap((layer: unknown, index) => {
    const read = layerOf(fieldsOf(layer), { pointer: Array.isArray(value) ? `/${index}` : "", bounds, findings });
    return read === null ? [] : [read];
  });
  if (layers.length > 0) return { value: layers, diagnostics: findings.all() };
  findings.add("TM0013", { message: "The file holds no Navigator layer of format 2.0 to 4.5." });
  return { value: null, diagnostics: findings.all() };
}

/** Whether a file begins as a layer does: for telling what it is, not for reading it. */
export function beginsAsLayer(text: string): boolean {
  return /"techniqueID"\s*:/.test(text) && /"(versions?|layer)"\s*:/.test(text);
}

/** Entries that an author marked: enabled, and with a score, a colour or a comment. */
export function markedTechniques(layers: readonly ReadLayer[]): ReadonlySet<string> {
  const marked = layers.flatMap(({ entries }) =>
    entries.filter(
      ({ enabled, score, color, comment }) => enabled && (score !== null || color !== null || comment !== null),
    ),
  );
  return new Set(marked.map(({ techniqueId }) => techniqueId));
}

function valueIn({ bytes }: Source, bounds: Bounds): unknown {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok || scanJson(bytes, bounds.depth).tooDeepAt >= 0) return null;
  try {
    return JSON.parse(decoded.text) as unknown;
  } catch {
    return null; // no JSON, and so no layer
  }
}

type Fields = Readonly<Record<string, unknown>>;

interface Reading {
  readonly pointer: string;
  readonly bounds: Bounds;
  readonly findings: Findings;
}

function layerOf(layer: Fields, { pointer, bounds, findings }: Reading): ReadLayer | null {
  const versions = fieldsOf(layer.versions);
  const layerVersion = textOf(versions.layer) ?? textOf(layer.version);
  const { techniques } = layer;
  if (!Array.isArray(techniques) || (layerVersion !== null && !readable.test(layerVersion))) return null;
  if (techniques.length > bounds.rows) {
    findings.add("TM0003", {
      pointer,
      message: `The layer has ${techniques.length} entries; at most ${bounds.rows} are read.`,
    });
    return null;
  }
  const entries = techniques.flatMap((entry: unknown, index) => {
    const read = entryOf(fieldsOf(entry));
    if (read !== null) return [read];
    const message = "The entry has no technique's id; it is left out.";
    findings.add("TM0010", { pointer: `${pointer}/techniques/${index}`, message });
    return [];
  });
  // Without a version and without a technique it could be anything.
  if (layerVersion === null && entries.length === 0) return null;
  return {
    name: textOf(layer.name) ?? "",
    layerVersion,
    domain: domainOf(textOf(layer.domain) ?? ""),
    attackVersion: textOf(versions.attack) ?? (typeof versions.attack === "number" ? String(versions.attack) : null),
    entries,
  };
}

function entryOf({ techniqueID, tactic, score, color, comment, enabled }: Fields): ReadLayerEntry | null {
  const techniqueId = (textOf(techniqueID) ?? "").toUpperCase();
  if (!/^T\d{4}(\.\d{3})?$/.test(techniqueId)) return null;
  return {
    techniqueId,
    tactic: textOf(tactic),
    score: typeof score === "number" && Number.isFinite(score) ? score : null,
    color: textOf(color),
    comment: textOf(comment),
    enabled: enabled !== false,
  };
}

/** `mitre-enterprise`, `enterprise-attack` → enterprise. */
function domainOf(word: string): Domain | null {
  const name = word.replace(/^mitre-|-attack$/g, "");
  return isDomain(name) ? name : null;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
