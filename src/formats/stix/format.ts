import { counted } from "../../base/counted.js";
import { decodeLossy } from "../../base/source.js";
import type { MappingFile } from "../../model/mapping-file.js";
import type { MappingFormat } from "../mapping-format.js";
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
      lost: lostInStix(file),
    };
  },
};

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
