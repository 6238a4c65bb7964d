import type { CliHost } from "./host.js";

export const outputFormats = ["table", "json", "csv"] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Formats of findings, for other programs: only commands that find something write them. */
export const reportFormats = ["sarif", "github", "junit"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Options that every command takes. */
export interface CommonOptions {
  readonly format: OutputFormat;
  /** Where one of these was asked for, it goes before `format`. */
  readonly report?: ReportFormat | undefined;
  /** Say nothing on stderr but errors. */
  readonly quiet: boolean;
  readonly color: boolean;
}

/** What a command works with. */
export interface Context {
  readonly host: CliHost;
  readonly options: CommonOptions;
}
