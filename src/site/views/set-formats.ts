/**
 * The files of a set, by the endings that the site we succeed gave them; its addresses lead here. To add one: a line, whose
 * `format` is one of formats/registry.ts.
 */
export interface SetFormat {
  readonly format: string;
  readonly title: string;
  readonly suffix: string;
  readonly holds: string;
  /** False for an ending of old whose content another one has. */
  readonly listed: boolean;
}

export const setFormats: readonly SetFormat[] = [
  {
    format: "json",
    title: "Unified JSON",
    suffix: ".json",
    holds: "The whole set, for mapping tools and the Mappings Editor.",
    listed: true,
  },
  { format: "json", title: "Unified JSON", suffix: "_json.json", holds: "", listed: false },
  {
    format: "yaml",
    title: "Unified YAML",
    suffix: ".yaml",
    holds: "The same for people who edit by hand.",
    listed: true,
  },
  {
    format: "csv",
    title: "CSV",
    suffix: ".csv",
    holds: "Rows with ids and names; formulas are defused. Without who made the set and when.",
    listed: true,
  },
  {
    format: "xlsx",
    title: "Excel workbook",
    suffix: ".xlsx",
    holds: "The same rows with a filter, and a sheet that says what they are.",
    listed: true,
  },
  {
    format: "jsonl",
    title: "JSON Lines",
    suffix: ".jsonl",
    holds: "The same rows, an object a line, for programs.",
    listed: true,
  },
  {
    format: "stix",
    title: "STIX 2.1",
    suffix: "_stix.json",
    holds: "A relationship a mapping to ATT&CK’s own ids, scores in an extension; non-mappable rows are notes.",
    listed: true,
  },
  {
    format: "layer",
    title: "ATT&CK Navigator layer",
    suffix: "_navigator_layer.json",
    holds: "Techniques scored by their number of capabilities; non-mappable ones disabled. Without rows.",
    listed: true,
  },
];
