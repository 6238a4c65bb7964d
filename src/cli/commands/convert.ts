import { TidemapError } from "../../model/diagnostic.js";
import { conversionOf, convertFiles } from "../conversion.js";
import { mapNamed } from "../map-named.js";
import { textOf } from "../options.js";
import type { Call } from "../program.js";
import { readMappingFiles } from "../read-mapping-files.js";

/** `tidemap convert FILE… --to FORMAT`: all files are read before the first is written; 1 where one cannot be read. */
export async function convert({ context, args, options }: Call): Promise<number> {
  const conversion = conversionOf(options, context);
  if (args.length === 0) {
    throw new TidemapError("TM5040", "No file was named.", {
      hint: "tidemap convert mapping.json --to csv; a folder converts every mapping file in it; - reads standard input.",
      exitCode: 2,
    });
  }
  const map = mapNamed(textOf(options.map));
  await convertFiles(await readMappingFiles(args, context, map), conversion, { context, args });
  return 0;
}
