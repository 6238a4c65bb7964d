import { nearest } from "../knowledge/suggest.js";
import { type Severity, TidemapError } from "../model/diagnostic.js";
import { allRules } from "../rules/registry.js";
import { textOf } from "./options.js";
import type { Call } from "./program.js";

/** What `tidemap validate` was asked for. */
export interface ValidateOptions {
  /** The least severity that is told. */
  readonly severity: Severity;
  /** The least severity that ends with 3; null for none. */
  readonly failOn: Severity | null;
  /** Whether findings of a code are wanted. */
  readonly codes: (code: string) => boolean;
  readonly listRules: boolean;
  readonly fix: boolean;
  readonly inPlace: boolean;
  /** Exact repeats of rows are removed too. */
  readonly dropRepeats: boolean;
  readonly force: boolean;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
}

const severities = ["error", "warning", "note"] as const satisfies readonly Severity[];

/** Throws a TidemapError (exit 2) for a word that none of the options knows, and for repairs that nobody asked for. */
export function validateOptions(given: Call["options"]): ValidateOptions {
  refuseWithoutFix(given);
  const failOn = textOf(given.failOn);
  return {
    severity: severityOf("--severity", textOf(given.severity)) ?? "note",
    failOn: failOn === "never" ? null : (severityOf("--fail-on", failOn) ?? "error"),
    codes: codesOf(textOf(given.rules)),
    listRules: given.rules === true,
    fix: given.fix === true,
    inPlace: given.inPlace === true,
    dropRepeats: given.dropRepeats === true,
    force: given.force === true,
    baseline: textOf(given.baseline),
    writeBaseline: textOf(given.writeBaseline),
  };
}

/** A file that somebody only wants looked through must stay as it is. */
function refuseWithoutFix({ fix, inPlace, dropRepeats }: Call["options"]): void {
  const alone = inPlace === true ? "--in-place" : dropRepeats === true ? "--drop-repeats" : null;
  if (fix === true || alone === null) return;
  throw new TidemapError("TM5035", `${alone} is given without --fix, and nothing is repaired without it.`, {
    hint: `Add --fix, or leave ${alone} out.`,
    exitCode: 2,
  });
}

function severityOf(option: string, word: string | undefined): Severity | undefined {
  if (word === undefined) return undefined;
  const found = severities.find((severity) => severity === word.trim().toLowerCase());
  if (found !== undefined) return found;
  const [near] = nearest(word, severities);
  throw new TidemapError("TM5031", `${option} takes ${severities.join(", ")}, not ${JSON.stringify(word)}.`, {
    hint: near === undefined ? "error is the worst, note the least." : `Did you mean ${near}?`,
    exitCode: 2,
  });
}

/** `TM1302,TM14`: these, a code's beginning for all of its kind; `-TM1312` leaves out; nothing but such: all others. */
function codesOf(list: string | undefined): (code: string) => boolean {
  const words = (list ?? "").split(",").flatMap((word) => word.trim().toUpperCase() || []);
  for (const word of words) {
    const start = word.replace(/^-/, "");
    if (start.startsWith("TM") && (start.startsWith("TM0") || allRules.some(({ code }) => code.startsWith(start)))) {
      continue;
    }
    const [near] = nearest(
      start,
      allRules.map(({ code }) => code),
    );
    throw new TidemapError("TM5032", `There is no rule ${JSON.stringify(word)}.`, {
      hint: `${near === undefined ? "" : `Did you mean ${near}? `}Rules are named like TM1302, or TM13 for all of a kind; files come before the option.`,
      exitCode: 2,
    });
  }
  const wanted = words.filter((word) => !word.startsWith("-"));
  const unwanted = words.flatMap((word) => (word.startsWith("-") ? [word.slice(1)] : []));
  return (code) =>
    (wanted.length === 0 || wanted.some((start) => code.startsWith(start))) &&
    !unwanted.some((start) => code.startsWith(start));
}
