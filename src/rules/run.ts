import { contextOf, type RuleContext, type RuleInput } from "./context.js";
import { allRules } from "./registry.js";
import type { Finding, Rule } from "./rule.js";
import { controlCharacter } from "./tm1315-control-character.js";

/** A finding with the code of its rule. */
export interface Hit extends Finding {
  readonly code: string;
}

/** The code of a rule that broke down; its page tells how to report it. */
export const crashCode = "TM0900";

/**
 * Everything that the rules find in one file, in the order of codes, then as each rule goes. A rule that throws is a hit. Of an id
 * with a control character that is said, and nothing that follows from it.
 */
export function runRules(input: RuleInput, rules: readonly Rule[] = allRules): readonly Hit[] {
  const context = contextOf(input);
  const hits = rules.flatMap((rule) => hitsOf(rule, context));
  const spoilt = new Set(hits.filter(isSpoilt).map(({ pointer }) => pointer));
  return spoilt.size === 0 ? hits : hits.filter((hit) => isSpoilt(hit) || !spoilt.has(hit.pointer));
}

function isSpoilt({ code }: Hit): boolean {
  return code === controlCharacter.code;
}

function hitsOf(rule: Rule, context: RuleContext): readonly Hit[] {
  const { code } = rule;
  const hits: Hit[] = [];
  try {
    for (const finding of rule.check(context)) hits.push({ code, ...finding });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    hits.push({
      code: crashCode,
      pointer: "",
      row: null,
      message: `The rule ${code} broke down: ${reason}`,
      hint: "This is a fault of Tidemap; please report it with the file.",
    });
  }
  return hits;
}
