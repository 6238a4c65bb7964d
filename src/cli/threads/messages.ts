import type { Written } from "../../formats/format.js";
import type { WriteOptions } from "../../formats/mapping-format.js";
import type { MappingFile } from "../../model/mapping-file.js";

/** What a thread is started with: enough to open what is loaded. */
export interface ThreadStart {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A file to be written in several formats; functions do not travel, so STIX ids are looked up over there. */
export interface WriteTask {
  readonly file: MappingFile;
  readonly formats: readonly { readonly id: string; readonly options: Omit<WriteOptions, "attack"> }[];
}

/** What it gave, in the order of the formats, or why it did not. */
export type Reply = { readonly written: readonly Written[] } | { readonly error: unknown };
