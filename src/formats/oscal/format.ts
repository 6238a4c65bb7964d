import { counted } from "../../base/counted.js";
import { isBlank, isElsewhere, isMappable } from "../../model/mapping-file.js";
import type { MappingFormat } from "../mapping-format.js";

/** An OSCAL mapping collection for GRC programs: written only. docs/formats/oscal.md */
export const oscal: MappingFormat = {
  id: "oscal",
  title: "OSCAL mapping collection",
  extensions: [".oscal.json"],
  media: "application/oscal+json",
  lossless: false,
  detect: () => 0,
  async serialize(file, { name }) {
    const { isMapped, mappingCollection } = await import("./mapping-collection.js");
    const partial = file.rows.filter(
      (row) => isMappable(row) && (isBlank(row.capabilityId) || isBlank(row.attackObjectId)),
    ).length;
    const elsewhere = file.rows.filter((row) => !isBlank(row.attackObjectId) && isElsewhere(row, file)).length;
    return {
      files: [{ name: `${name}.oscal.json`, body: mappingCollection(file) }],
      lost: [
        "names of capabilities and techniques, groups, related scores, and comments of non-mappable rows",
        ...(file.rows.some((row) => isMapped(row, file))
          ? []
          : ["any mapping: there is none, and a collection without one is not valid OSCAL"]),
        ...(elsewhere > 0 ? [`${counted(elsewhere, "row")} on another release than the file's`] : []),
        ...(partial > 0 ? [`${counted(partial, "row")} with a claim, but without a capability or a technique`] : []),
      ],
    };
  },
};
