import type { Origin } from "../../model/origin.js";
import { type AuthoredCounts, countAuthored } from "./authored-counts.js";
import type { Manifest, ManifestSet } from "./manifest.js";
import { authoredFile, manifestFile, referencesFile, setFile, stringsFile } from "./manifest.js";
import { encodeSet, stringsOf } from "./set-encode.js";
import type { SetFacts } from "./set-facts.js";
import { byCodeUnit, StringTable } from "./string-table.js";

export interface SetWithOrigin {
  readonly facts: SetFacts;
  readonly origin: Origin;
}

/**
 * The files of a facts folder for its sets: one a set, the two shared tables, and the manifest with `attack` as given.
 * Sorted by set id: the same sets give the same bytes, whatever order they came in.
 */
export function encodeSets(sets: readonly SetWithOrigin[], attack: Manifest["attack"]): Map<string, string> {
  const sorted = [...sets].sort((a, b) => byCodeUnit(a.facts.id, b.facts.id));
  const strings = new StringTable(sorted.flatMap(({ facts }) => [...stringsOf(facts)]));
  const references = new StringTable(sorted.flatMap(({ facts }) => facts.referenceLists.flat()));
  const files = new Map<string, string>();
  const manifest: Manifest = { format: 1, attack, sets: sorted.map(toManifestSet) };
  files.set(manifestFile, `${JSON.stringify(manifest, null, 1)}\n`);
  files.set(stringsFile, lines(strings.strings));
  files.set(referencesFile, lines(references.strings));
  files.set(authoredFile, countLines(countAuthored(sorted.map(({ facts }) => facts))));
  for (const { facts } of sorted) files.set(setFile(facts.id), encodeSet(facts, strings, references));
  return files;
}

function toManifestSet({ facts, origin }: SetWithOrigin): ManifestSet {
  let nonMappable = 0;
  for (const claim of facts.claim) if (facts.claims[claim]?.status === "non_mappable") nonMappable++;
  return {
    id: facts.id,
    ...facts.key,
    updated: facts.metadata.updated,
    rows: facts.rows,
    mappable: facts.rows - nonMappable,
    nonMappable,
    origin,
  };
}

/** A line a technique, so that a change of facts reads well in a diff. */
function countLines({ format, sets, techniques }: AuthoredCounts): string {
  const entries = Object.entries(techniques).map(([id, counts]) => `${JSON.stringify(id)}:${JSON.stringify(counts)}`);
  return `{"format":${format},"sets":${JSON.stringify(sets)},"techniques":{\n${entries.join(",\n")}\n}}\n`;
}

function lines(strings: readonly string[]): string {
  return `[\n${strings.map((text) => JSON.stringify(text)).join(",\n")}\n]\n`;
}
