import type { CommanderError } from "commander";
import { capitalized } from "../base/capitalized.js";
import { TidemapError } from "../model/diagnostic.js";

/**
 * What commander found wrong with the words of a command line, as an error like all others (exit 2). `command` is whose help
 * says which words there are; "" for a line that names none.
 */
export function usageError({ code, message }: CommanderError, command: string): TidemapError {
  if (code === "commander.help") return wrongWords("No command is named", helpOf(command));
  // "error: unknown option '--atack'", and on a second line "(Did you mean --attack?)".
  const [sentence = "", suggestion] = message.replace(/^error: /, "").split("\n");
  const near = suggestion === undefined ? "" : `${suggestion.replace(/^\((.*)\)$/, "$1")} `;
  return wrongWords(capitalized(sentence), near + helpOf(command));
}

/** For `tidemap help COMMAND`. */
export function unknownCommand(name: string, near: string | undefined): TidemapError {
  return wrongWords(`Unknown command '${name}'`, `${near === undefined ? "" : `Did you mean ${near}? `}${helpOf("")}`);
}

function wrongWords(sentence: string, hint: string): TidemapError {
  return new TidemapError("TM5011", sentence.replace(/\.?$/, "."), { hint, exitCode: 2 });
}

function helpOf(command: string): string {
  return command === ""
    ? "tidemap --help lists all commands and options."
    : `tidemap ${command} --help lists its options, with examples.`;
}
