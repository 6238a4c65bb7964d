import { contextOf, type RuleContext, type RuleInput } from "./context.js";
import { allRules } from "./registry.js";
import type { Finding, Rule } from "./rule.js";

/** A finding with the code of its rule. */
export interface Hit extends Finding {
  readonly code: string;
}

/** The code of a rule that broke down; its page tells how to report it. */
export const crashCode = "TM0900";

/** Everything that the rules find in one file, in the order of codes, then as each rule goes. A rule that throws is a hit. */
export function runRules(input: RuleInput, rules: readonly Rule[] = allRules): readonly Hit[] {
  const context = contextOf(input);
  return rules.flatMap((rule) => hitsOf(rule, context));
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
