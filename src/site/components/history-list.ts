import type { HistoryEvent } from "../../attack/timeline.js";
import { counted } from "../../base/counted.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import { toldAtOnce, toldHistory } from "../words/history.js";

/** What changed for an object, newest first, one line a release. */
export function historyList(history: readonly HistoryEvent[]): HtmlText {
  const first = history[0]?.release;
  const lines = toldHistory(history).map(
    ({ release, events }) =>
      html`<div><dt class="id">${release}</dt><dd>${events.map((words) => html`<p>${words}</p>`)}</dd></div>`,
  );
  const older = lines.slice(toldAtOnce);
  const more =
    older.length === 0
      ? null
      : html`<details><summary>${counted(older.length, "earlier release")}</summary><dl>${older}</dl></details>`;
  return html`<section class="history-list"><h2>What changed<span>${first === undefined ? "" : `since ${first}`}</span></h2><dl>${lines.slice(0, toldAtOnce)}</dl>${more}</section>`;
}
