import { counted } from "../../base/counted.js";
import { decodeLossy } from "../../base/source.js";
import { isBlank, isMappable, type MappingFile } from "../../model/mapping-file.js";
import type { MappingFormat, WriteOptions } from "../mapping-format.js";
import { extensionId } from "./terms.js";

/** A bundle for threat-intelligence platforms, with ATT&CK's own technique ids. docs/formats/stix.md */
export const stix: MappingFormat = {
  id: "stix",
  title: "STIX 2.1 bundle",
  extensions: [".stix.json"],
  media: "application/stix+json;version=2.1",
  lossless: false,
  detect(head, path) {
    if (!/\.json$/i.test(path)) return 0;
    const text = decodeLossy(head);
    return text.includes('"bundle"') && text.includes(extensionId) ? 1 : 0;
  },
  async parse(source, bounds) {
    const { parseStix } = await import("./parse.js");
    return parseStix(source, bounds);
  },
  async serialize(file, options) {
    const { stixBundle } = await import("./write.js");
    return {
      files: [{ name: `${options.name}.stix.json`, body: stixBundle(file, options) }],
      lost: [...unrelated(file, options), ...lostInStix(file)],
    };
  },
};

/** Mappings that no technique of the release was found for: notes, which claim nothing. */
function unrelated({ metadata, rows }: MappingFile, { attack }: WriteOptions): readonly string[] {
  const { technologyDomain, attackVersion } = metadata;
  const isKnown = (id: string) => (attack?.(technologyDomain ?? "", attackVersion ?? "", id) ?? null) !== null;
  const claims = rows.filter((row) => isMappable(row) && !isBlank(row.capabilityId) && !isBlank(row.attackObjectId));
  const left = claims.filter((row) => !isKnown(row.attackObjectId?.trim() ?? "")).length;
  if (left === 0) return [];
  const why = isBlank(attackVersion)
    ? "the file names no ATT&CK release (attack_version)"
    : `no ATT&CK ${attackVersion} that is loaded has such a technique`;
  return [`${counted(left, "mapping")} as relationships: ${why}, so they are notes`];
}

function lostInStix({ metadata, rows, extra }: MappingFile): readonly string[] {
  const unknown = rows.filter((row) => row.extra.size > 0).length;
  const own = rows.filter(
    (row) => row.attackVersion || row.technologyDomain || row.mappingFramework || row.mappingFrameworkVersion,
  ).length;
  return [
    ...(own > 0 ? [`releases, domains or frameworks of their own in ${counted(own, "row")}`] : []),
    ...(unknown > 0 ? [`fields of ${counted(unknown, "row")} that are not of the unified format`] : []),
    ...(extra.size > 0 || metadata.extra.size > 0 ? ["fields of the file that are not of the unified format"] : []),
    "whether a field was empty or absent",
  ];
}
