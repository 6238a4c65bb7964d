import type { CliHost } from "./host.js";

export const outputFormats = ["table", "json", "csv"] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Options that every command takes. */
export interface CommonOptions {
  readonly format: OutputFormat;
  /** Say nothing on stderr but errors. */
  readonly quiet: boolean;
  readonly color: boolean;
}

/** What a command works with. */
export interface Context {
  readonly host: CliHost;
  readonly options: CommonOptions;
}
