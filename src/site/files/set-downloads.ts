import type { Written } from "../../formats/format.js";
import { mappingFormats } from "../../formats/registry.js";
import { partsBy } from "../../formats/row-filter.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { mappingFileOf, setFileStem } from "../../knowledge/mapping-file-of.js";
import { techniqueStixIds } from "../../knowledge/technique-stix-ids.js";
import { frameworkOf, licenceTiers } from "../../model/framework.js";
import type { FileBody, RouteFile } from "../route.js";
import type { SetDownloadsView } from "../views/set-downloads.js";
import { tierLayer } from "../views/set-downloads.js";
import { setFormats } from "../views/set-formats.js";

/** A set in each format, under the names that the publisher's downloads have. */
const whole: readonly RouteFile<SetDownloadsView>[] = setFormats.map(({ format, suffix }) => ({
  name: suffix,
  stem: ({ framework, version, release, domain }) => setFileStem([framework, version, release, domain].join("/")),
  type: formatNamed(format).media,
  write: ({ set }, kb) => writtenAs(kb, set.id, format),
  saveAs: ({ set }) => setFileStem(set.id) + suffix,
}));

/** A layer for each licence tier, where a framework's ids tell them. */
const tiers: readonly RouteFile<SetDownloadsView>[] = licenceTiers.map((tier) => ({
  name: tierLayer(tier),
  of: ({ framework = "" }) => frameworkOf(framework).licenceTiers?.includes(tier) === true,
  type: "application/json",
  write: async ({ set }, kb) => {
    const all = mappingFileOf(kb, set.id);
    const file = partsBy("licence", all).find(({ value }) => value === tier.toLowerCase())?.file ?? {
      ...all,
      rows: [],
    };
    return bodyOf(await formatNamed("layer").serialize?.(file, { name: set.id, part: `licence ${tier}` }));
  },
  saveAs: ({ set }) => `${setFileStem(set.id)}_${tier}_navigator_layer.json`,
}));

export const setDownloads: readonly RouteFile<SetDownloadsView>[] = [...whole, ...tiers];

async function writtenAs(kb: KnowledgeBase, set: string, format: string): Promise<FileBody> {
  const file = mappingFileOf(kb, set);
  const name = setFileStem(set);
  return bodyOf(await formatNamed(format).serialize?.(file, { name, attack: techniqueStixIds(kb) }));
}

function bodyOf(written: Written | undefined): FileBody {
  const body = written?.files[0]?.body;
  if (body === undefined) throw new Error("a format wrote no file");
  return body;
}

function formatNamed(id: string) {
  const format = mappingFormats.find((known) => known.id === id);
  if (format === undefined) throw new Error(`there is no format ${id}`);
  return format;
}
