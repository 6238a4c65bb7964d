import type { Source } from "../../base/source.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { Findings } from "../findings.js";
import type { Bounds } from "../format.js";
import { columnsOf } from "../table/columns.js";
import { readTable } from "../table/read-table.js";
import {
  fileName,
  type Gathered,
  type GatheringFormat,
  groupsIn,
  legacyFile,
  legacyMetadata,
  legacyRow,
} from "./gathering.js";

/** Revision and release stand in the name only: `nist800-53-r4-8_2mappings.xlsx`. */
const named = /^nist800-53-r(?<revision>[45])-(?<major>\d+)_(?<minor>\d+)\s?mappings\.xlsx$/i;

/** SP 800-53's families that the files speak of; "CA" under its name of revision 4, as published in both. */
const families: Readonly<Record<string, string>> = {
  AC: "Access Control",
  AU: "Audit and Accountability",
  CA: "Security Assessment and Authorization",
  CM: "Configuration Management",
  CP: "Contingency Planning",
  IA: "Identification and Authentication",
  IR: "Incident Response",
  MP: "Media Protection",
  PL: "Planning",
  RA: "Risk Assessment",
  SA: "System and Services Acquisition",
  SC: "System and Communications Protection",
  SI: "System and Information Integrity",
  SR: "Supply Chain Risk Management",
};

/** Workbooks of control and technique, a line a mapping, as they were published for NIST SP 800-53 until 2023. */
export const nistWorkbook: GatheringFormat = {
  id: "nist-xlsx",
  title: "NIST SP 800-53 workbooks",
  takes: (_, path) => named.test(fileName(path)),
  gather: (sources, bounds) => Promise.all(sources.map((source) => fileOf(source, bounds))),
};

async function fileOf(source: Source, bounds: Bounds): Promise<Gathered> {
  const { revision = "", major = "", minor = "" } = named.exec(fileName(source.path))?.groups ?? {};
  const name = `nist_800_53-rev${revision}_attack-${major}.${minor}-enterprise`;
  const gathered = (value: Gathered["parsed"]["value"], diagnostics: readonly Diagnostic[]): Gathered => ({
    name,
    paths: [source.path],
    parsed: { value, diagnostics },
  });
  const { value: table, diagnostics } = await readTable(source, bounds);
  if (table === null) return gathered(null, diagnostics);
  const findings = new Findings(source.path);
  const columns = columnsOf(
    table,
    ["Control ID", "Control Name", "Mapping Type", "Technique ID", "Technique Name"],
    findings,
  );
  if (columns === null) return gathered(null, findings.all());
  const rows = table.rows.map(({ cells }) => {
    const [control = "", title = "", type = "", technique = "", called = ""] = columns(cells);
    return legacyRow({
      capabilityId: control,
      capabilityDescription: title,
      capabilityGroup: control.split("-")[0] ?? "",
      mappingType: type,
      attackObjectId: technique,
      attackObjectName: called,
    });
  });
  const types = new Set(rows.flatMap(({ mappingType }) => mappingType ?? []));
  const metadata = legacyMetadata({
    mappingFramework: "nist_800_53",
    mappingFrameworkVersion: `rev${revision}`,
    attackVersion: `${major}.${minor}`,
    mappingTypes: new Map([...types].map((type) => [type, { name: type, description: "" }])),
    capabilityGroups: groupsIn(rows, families),
  });
  return gathered(legacyFile(metadata, rows), findings.all());
}
