import { wordList } from "../../base/word-list.js";
import { type AttackVersion, compareVersions } from "../../model/version.js";
import { problem } from "../answer.js";

/** Where an object stood: one entry a release, of any domain. */
export interface Standing {
  readonly release: AttackVersion;
  readonly name: string;
}

/** What stood in the release asked for and became the object since. */
export interface StoodBefore {
  readonly id: string;
  readonly name: string;
  readonly href: string;
}

/**
 * The problem of an object that stands in other releases than the one asked for (null: the newest ones): what it was
 * there, which releases have it, and the page of the first and of the newest of them.
 */
export function notInRelease(
  code: "TM4011" | "TM4031" | "TM4041" | "TM4043",
  asked: { readonly id: string; readonly release: string | null },
  known: {
    readonly states: readonly Standing[];
    readonly page: (id: string, release: AttackVersion) => string;
    readonly before?: readonly StoodBefore[];
    /** Why nothing is known of the release asked for, where its source lacks the kind. */
    readonly silence?: string | null;
  },
) {
  const { id, release } = asked;
  const { before = [], silence = null } = known;
  const states = [...known.states].sort((a, b) => compareVersions(a.release, b.release));
  const [first, last] = [states[0], states.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`${id} stands in no release`);
  const link = (at: AttackVersion, words: string) => ({ label: `${id} as of ${at}${words}`, href: known.page(id, at) });
  const once = first.release === last.release;
  const where = once ? `in ${first.release} only` : `in the releases ${first.release} to ${last.release}`;
  const ids = wordList(
    before.map((then) => then.id),
    "and",
  );
  const was = before.length === 0 ? "" : ` In ${release} it was ${ids}.`;
  const then = before.map((one) => ({
    label: `${one.id} ${one.name} as of ${release}, which became ${id}`,
    href: one.href,
  }));
  const not = silence === null ? `, not in ${release ?? "the newest"}.${was}` : `. ${silence}`;
  return problem(404, code, {
    title:
      release === null
        ? `${id} is no longer in ATT&CK`
        : `${id} is not ${silence === null ? "" : "known "}in ATT&CK ${release}`,
    detail: `${last.name} stands ${where}${not}`,
    suggestions: once
      ? [...then, link(first.release, "")]
      : [...then, link(first.release, ", its first release"), link(last.release, ", its newest release")],
  });
}
