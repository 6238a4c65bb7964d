import { readFileSync } from "node:fs";
import { defaultBounds } from "../formats/format.js";
import { parseControlList } from "../formats/oscal/control-list.js";
import { valuesOf } from "../formats/row-fields.js";
import { foldCapabilityId } from "../model/capability.js";
import { TidemapError } from "../model/diagnostic.js";
import type { MappingFile, MappingRow } from "../model/mapping-file.js";
import { nistBaselines } from "../model/nist-baselines.js";

/**
 * Keeps the rows whose capability stands in a baseline: one of NIST's by its name, for its revision, or the controls that an OSCAL
 * catalogue or profile lists. A listed enhancement (`ac-2.1`) does not stand for its control. Throws a TidemapError for a file
 * that cannot be read.
 */
export function baselineFilter(asked: string): (file: MappingFile) => MappingFile {
  const baseline = nistBaselines.find((name) => name === asked.trim().toUpperCase());
  if (baseline !== undefined) {
    return keep((row, file) => valuesOf("baseline", row, file).includes(baseline.toLowerCase()));
  }
  const listed = controlsIn(asked);
  return keep(({ capabilityId }, { metadata }) => {
    const framework = metadata.mappingFramework ?? "";
    return listed(framework).has(foldCapabilityId(framework, capabilityId ?? ""));
  });
}

function keep(fits: (row: MappingRow, file: MappingFile) => boolean): (file: MappingFile) => MappingFile {
  return (file) => ({ ...file, rows: file.rows.filter((row) => fits(row, file)) });
}

function controlsIn(path: string): (framework: string) => ReadonlySet<string> {
  const { value, diagnostics } = parseControlList({ path, bytes: readOwn(path) }, defaultBounds);
  if (value === null) {
    const found = diagnostics.find(({ severity }) => severity === "error");
    throw new TidemapError(found?.code ?? "TM0011", `${path}: ${found?.message ?? "no list of controls"}`, {
      ...(found?.hint === undefined ? {} : { hint: found.hint }),
    });
  }
  const sets = new Map<string, ReadonlySet<string>>();
  return (framework) => {
    const known = sets.get(framework) ?? new Set(value.controls.map(({ id }) => foldCapabilityId(framework, id)));
    sets.set(framework, known);
    return known;
  };
}

function readOwn(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new TidemapError("TM5049", `There is no baseline ${JSON.stringify(path)}, and no file of that name.`, {
      hint: `${nistBaselines.join(", ")} are known; a file is an OSCAL profile or catalogue.`,
      exitCode: 2,
      cause,
    });
  }
}
