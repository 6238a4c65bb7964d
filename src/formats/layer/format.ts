import { counted } from "../../base/counted.js";
import { isBlank, isElsewhere } from "../../model/mapping-file.js";
import type { MappingFormat } from "../mapping-format.js";

/** A layer for the ATT&CK Navigator, format 4.5: written only, since a layer holds techniques, not rows. docs/formats/layer.md */
export const layer: MappingFormat = {
  id: "layer",
  title: "ATT&CK Navigator layer",
  extensions: [".layer.json"],
  media: "application/json",
  lossless: false,
  detect: () => 0,
  async serialize(file, { name, part, about, metric = "capabilities" }) {
    const { mappingLayer } = await import("./mapping-layer.js");
    const without = file.rows.filter((row) => isBlank(row.attackObjectId)).length;
    const elsewhere = file.rows.filter((row) => isElsewhere(row, file)).length;
    return {
      files: [{ name: `${name}.layer.json`, body: mappingLayer(file, metric, { part, about }) }],
      lost: [
        "rows one by one, their comments and references",
        ...(elsewhere > 0 ? [`${counted(elsewhere, "row")} on another release than the file's`] : []),
        ...(without > 0 ? [`${counted(without, "row")} without a technique`] : []),
      ],
    };
  },
};
