import { compileSets } from "../../compile/sets.js";
import { defaultBounds } from "../../formats/format.js";
import { gatherFiles, gatheringFormatOf } from "../../formats/legacy/registry.js";
import { readMappingFile } from "../../formats/read-mapping-file.js";
import { mappingFormats } from "../../formats/registry.js";
import { unifiedJson } from "../../formats/unified/format.js";
import { encodeSets } from "../../knowledge/facts/encode.js";
import type { FactFiles } from "../../knowledge/facts/manifest.js";
import { unpackFacts } from "../../knowledge/facts/packed.js";
import { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { techniqueStixIds } from "../../knowledge/technique-stix-ids.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { isMappable, type MappingFile } from "../../model/mapping-file.js";
import { setIdOf, setKeyOf } from "../../model/set-id.js";
import { attackOf } from "../../rules/attack-facts.js";
import { validate } from "../../rules/validate.js";
import { hrefs } from "../../site/hrefs.js";
import { type CheckedFile, checkResults } from "../../site/pages/check-results.js";
import { base } from "../local/answer-address.js";
import { hashOf } from "./hash.js";
import { type OwnSource, readSources } from "./read-sources.js";

/** What was made of a person's files, in this browser alone. */
export interface CheckedFiles {
  /** Markup of the findings. */
  readonly results: string;
  /** Everything that is loaded, with these files' sets on top. */
  readonly kb: KnowledgeBase;
  /** A file in another format. */
  written(
    index: number,
    format: string,
  ): Promise<{ readonly name: string; readonly body: BlobPart; readonly type: string }>;
}

/** A file as it was read. */
interface Own {
  readonly name: string;
  readonly file: MappingFile | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads files of any format, looks through them, and lays their sets over the facts of `layers`. Never throws on input. */
export async function checkFiles(files: readonly File[], layers: readonly FactFiles[]): Promise<CheckedFiles> {
  const below = new KnowledgeBase(layers);
  const read = await readAll(await readSources(files), below);
  const kb = await withSets(read, below);
  const checked = read.map((own): CheckedFile => {
    const key = own.file === null ? null : setKeyOf(own.file);
    const id = key === null ? null : setIdOf(key);
    const rows = own.file?.rows ?? [];
    return {
      name: own.name,
      counts: own.file === null ? null : { rows: rows.length, mappable: rows.filter(isMappable).length },
      diagnostics: own.diagnostics,
      href: id === null || kb.set(id) === null ? null : base + hrefs.set(id),
    };
  });
  const formats = mappingFormats.filter(({ serialize }) => serialize !== undefined);
  return {
    results: String(checkResults(checked, formats)),
    kb,
    async written(index, id) {
      const own = read[index];
      const format = formats.find((one) => one.id === id);
      if (!own?.file || !format) throw new Error(`no file ${index} as ${id}`);
      const options = { name: own.name.replace(/\.[^.]+$/, ""), attack: techniqueStixIds(kb) };
      const [first] = (await format.serialize?.(own.file, options))?.files ?? [];
      if (first === undefined) throw new Error(`${id} wrote no file`);
      return { ...first, type: format.media };
    },
  };
}

async function readAll(sources: readonly OwnSource[], kb: KnowledgeBase): Promise<readonly Own[]> {
  const isOlder = ({ path, bytes }: OwnSource) => gatheringFormatOf(bytes.subarray(0, 65_536), path) !== null;
  const whole = sources.filter((source) => !isOlder(source));
  const reports = await validate(whole, attackOf(kb));
  const own: Own[] = [];
  for (const [index, source] of whole.entries()) {
    const { value, diagnostics, table } = await readMappingFile(source, defaultBounds);
    // What is neither unified nor a table has no places to point at: only whether it could be read is told.
    const isUnified = table !== null || value === null || reports[index]?.rows === value.rows.length;
    own.push({
      name: source.path,
      file: value,
      diagnostics: isUnified ? (reports[index]?.diagnostics ?? []) : diagnostics,
    });
  }
  for (const { name, parsed } of await gatherFiles(sources.filter(isOlder), defaultBounds)) {
    own.push({ name, file: parsed.value, diagnostics: parsed.diagnostics });
  }
  return own;
}

/** The sets on top of what is loaded; as before where no file says which set it is. */
async function withSets(read: readonly Own[], below: KnowledgeBase): Promise<KnowledgeBase> {
  const sources = [];
  for (const { name, file } of read) {
    if (file === null) continue;
    const written = await unifiedJson.serialize?.(file, { name });
    const bytes = new TextEncoder().encode(String(written?.files[0]?.body));
    sources.push({ path: name, bytes, sha256: hashOf(bytes) });
  }
  const timelines = new Map(below.domains.map((domain) => [domain, below.timeline(domain)]));
  const { sets } = await compileSets(sources, timelines);
  return sets.length === 0 ? below : new KnowledgeBase([...below.files, unpackFacts(encodeSets(sets, []))]);
}
