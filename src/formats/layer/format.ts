import { isBlank } from "../../model/mapping-file.js";
import type { MappingFormat } from "../mapping-format.js";

/** A layer for the ATT&CK Navigator, format 4.5: written only, since a layer holds techniques, not rows. docs/formats/layer.md */
export const layer: MappingFormat = {
  id: "layer",
  title: "ATT&CK Navigator layer",
  extensions: [".layer.json"],
  media: "application/json",
  lossless: false,
  detect: () => 0,
  async serialize(file, { name, metric = "capabilities" }) {
    const { mappingLayer } = await import("./mapping-layer.js");
    const without = file.rows.filter((row) => isBlank(row.attackObjectId)).length;
    return {
      files: [{ name: `${name}.layer.json`, body: mappingLayer(file, metric) }],
      lost: [
        "rows one by one, their comments and references",
        ...(without > 0 ? [`${without} rows without a technique`] : []),
      ],
    };
  },
};
