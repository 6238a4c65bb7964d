import type { SelectionWords } from "./selection.js";

/** What an export is made of, where it goes and how: plain values, so that every thread can be given them. */
export interface ExportSettings {
  /** Folder of the embedded facts. */
  readonly facts: string;
  /** The user's store. */
  readonly home: string;
  /** Folder of the built scripts, styles and fonts. */
  readonly assets: string;
  /** The package's version. */
  readonly version: string;
  /** The folder to write. */
  readonly out: string;
  /** Path the site will stand below, without a final slash: `/tidemap`, or empty. */
  readonly base: string;
  /** `https://host` where it is known. */
  readonly origin: string | null;
  readonly selection: SelectionWords;
  /** Also a page at each old address that leads to the new one. */
  readonly redirectPages: boolean;
}

/** A file that was written, or that was there with the same bytes already. */
export interface ExportedFile {
  /** Path below the export, `/` between folders. */
  readonly name: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** false: it stood there so, and was not touched. */
  readonly changed: boolean;
}
