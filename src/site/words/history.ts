import type { HistoryEvent } from "../../attack/timeline.js";

/** How many releases are told at once; the others are folded on pages, and left to them in the terminal. */
export const toldAtOnce = 8;

/** What changed for an object in one release, in words. */
export interface ToldRelease {
  readonly release: string;
  readonly events: readonly string[];
}

/** What changed for an object, newest release first, for pages and the terminal. */
export function toldHistory(history: readonly HistoryEvent[]): readonly ToldRelease[] {
  const told = history.filter((event) => event.change !== "version" || isAlone(event, history));
  return [...new Set(told.map(({ release }) => release))].reverse().map((release) => ({
    release,
    events: told.filter((event) => event.release === release).map(eventWords),
  }));
}

/** The object's own version number is worth a line only where nothing else says what changed. */
function isAlone(event: HistoryEvent, history: readonly HistoryEvent[]): boolean {
  return !history.some((other) => other !== event && other.release === event.release);
}

const changeWords = {
  added: "added",
  revoked: "revoked",
  deprecated: "deprecated",
  reactivated: "active again",
  removed: "removed",
  renumbered: "id",
  renamed: "name",
  described: "description rewritten",
  tactics: "tactics",
  platforms: "platforms",
  subtechniques: "sub-techniques",
  version: "object version",
} as const satisfies Record<HistoryEvent["change"], string>;

const listChanges: ReadonlySet<HistoryEvent["change"]> = new Set(["tactics", "platforms", "subtechniques"]);

function eventWords({ change, before, after }: HistoryEvent): string {
  const words = changeWords[change];
  if (before === null && after === null) return words;
  if (listChanges.has(change)) return `${words}: ${listDifference(before, after)}`;
  if (before === null) return `${words}: ${after}`;
  return after === null ? `${words}: was ${before}` : `${words}: ${before} → ${after}`;
}

/** Lists differ by what came in and what went out; the rest is left out. */
function listDifference(before: string | null, after: string | null): string {
  const was = split(before);
  const is = split(after);
  const gone = was.filter((item) => !is.includes(item));
  const come = is.filter((item) => !was.includes(item));
  const parts = [come.length > 0 ? `${come.join(", ")} in` : null, gone.length > 0 ? `${gone.join(", ")} out` : null];
  return parts.filter((part) => part !== null).join("; ") || "another order";
}

function split(text: string | null): readonly string[] {
  return (text ?? "").split(", ").filter((item) => item !== "");
}
