import { parseColumnMap } from "../formats/rows/column-map.js";
import { type TableLayout, tableFields } from "../formats/rows/layout.js";
import { TidemapError } from "../model/diagnostic.js";

/** Throws a TidemapError (exit 2) for words that are no map of columns. */
export function mapNamed(words: string | undefined): TableLayout | undefined {
  if (words === undefined) return undefined;
  const map = parseColumnMap(words);
  if (!("fault" in map)) return map;
  throw new TidemapError("TM5047", `--map: ${map.fault}.`, {
    hint: `Write --map 'capability_id="Control ID",attack_object_id=Technique,mapping_framework==own'; fields are ${tableFields.join(", ")}.`,
    exitCode: 2,
  });
}
