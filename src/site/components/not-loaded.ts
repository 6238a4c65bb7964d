import type { Child } from "../html.js";
import { type Authored, notLoaded } from "../words/not-loaded.js";
import { message } from "./message.js";

/** What is left out because its release is not loaded, above what a page shows as authored. */
export function notLoadedMessage(sets: readonly Authored[]): Child {
  const words = notLoaded(sets);
  return words === null ? null : message("warn", words.head, words.body);
}
