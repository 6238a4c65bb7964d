import { mappingFormats } from "../../formats/registry.js";
import { allRules } from "../../rules/registry.js";
import { crashCode } from "../../rules/run.js";
import { type Answer, answer } from "../answer.js";

/** What the page that checks files can do. */
export interface CheckView {
  /** Those that look for something in files. */
  readonly rules: number;
  readonly formats: readonly {
    readonly id: string;
    readonly title: string;
    readonly reads: boolean;
    readonly writes: boolean;
  }[];
}

export function checkView(): Answer<CheckView> {
  const formats = mappingFormats.map(({ id, title, parse, serialize }) => {
    return { id, title, reads: parse !== undefined, writes: serialize !== undefined };
  });
  return answer({ rules: allRules.filter(({ code }) => code !== crashCode).length, formats });
}
