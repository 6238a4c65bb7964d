import type { HistoryEvent } from "../../attack/timeline.js";
import { counted } from "../../base/counted.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

/** What changed for an object, newest first, one line a release. */
export function historyList(history: readonly HistoryEvent[]): HtmlText {
  const told = history.filter((event) => event.change !== "version" || isAlone(event, history));
  const releases = [...new Set(told.map(({ release }) => release))].reverse();
  const first = history[0]?.release;
  const lines = releases.map((release) => {
    const events = told.filter((event) => event.release === release);
    return html`<div><dt class="id">${release}</dt><dd>${events.map((event) => html`<p>${eventWords(event)}</p>`)}</dd></div>`;
  });
  const older = lines.slice(unfolded);
  const more =
    older.length === 0
      ? null
      : html`<details><summary>${counted(older.length, "earlier release")}</summary><dl>${older}</dl></details>`;
  return html`<section class="history-list"><h2>What changed<span>${first === undefined ? "" : `since ${first}`}</span></h2><dl>${lines.slice(0, unfolded)}</dl>${more}</section>`;
}

const unfolded = 8;

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

function eventWords({ change, before, after }: HistoryEvent): Child {
  const words = changeWords[change];
  if (before === null && after === null) return words;
  if (listChanges.has(change)) return `${words}: ${listDifference(before, after)}`;
  if (before === null) return `${words}: ${after}`;
  return after === null ? `${words}: was ${before}` : html`${words}: ${before} &rarr; ${after}`;
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
