import { mappingFormats } from "../../formats/registry.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { mappingFileOf, setFileStem } from "../../knowledge/mapping-file-of.js";
import { techniqueStixIds } from "../../knowledge/technique-stix-ids.js";
import type { FileBody, RouteFile } from "../route.js";
import type { SetDownloadsView } from "../views/set-downloads.js";
import { setFormats } from "../views/set-formats.js";

/** A set in each format, under the names that the publisher's downloads have. */
export const setDownloads: readonly RouteFile<SetDownloadsView>[] = setFormats.map(({ format, suffix }) => ({
  name: suffix,
  stem: ({ framework, version, release, domain }) => setFileStem([framework, version, release, domain].join("/")),
  type: formatNamed(format).media,
  write: ({ set }, kb) => written(kb, set.id, format),
  saveAs: ({ set }) => setFileStem(set.id) + suffix,
}));

async function written(kb: KnowledgeBase, set: string, format: string): Promise<FileBody> {
  const file = mappingFileOf(kb, set);
  const name = setFileStem(set);
  const made = await formatNamed(format).serialize?.(file, { name, attack: techniqueStixIds(kb) });
  const body = made?.files[0]?.body;
  if (body === undefined) throw new Error(`${format} wrote no file of ${set}`);
  return body;
}

function formatNamed(id: string) {
  const format = mappingFormats.find((known) => known.id === id);
  if (format === undefined) throw new Error(`there is no format ${id}`);
  return format;
}
