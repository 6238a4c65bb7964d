import { type FormatCode, formatCodes } from "../formats/codes.js";
import { ruleByCode } from "./registry.js";

/** What a code finds, in a few words: a rule's, or those of what is found beside the rules; the code itself where nothing is known. */
export function titleOf(code: string): string {
  const beside: Readonly<Record<string, FormatCode>> = formatCodes;
  return ruleByCode(code)?.title ?? beside[code]?.title ?? (code === "TM0901" ? "stale entry of a baseline" : code);
}
