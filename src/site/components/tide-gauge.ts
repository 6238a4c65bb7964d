import { counted, number } from "../../base/counted.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { GaugeBar } from "../views/gauge.js";

export interface TideGauge {
  readonly bars: readonly GaugeBar[];
  /** The last bar: all newest sets carried to this release. `rows` is null where the view shows another release. */
  readonly current: { readonly release: string; readonly rows: number | null; readonly href: string };
  /** The release shown as authored; null in the other views. */
  readonly shown: string | null;
  /** The current view is the one shown. */
  readonly carried: boolean;
  /** The page of a release, rows as authored there. */
  href(release: string): string;
}

const tallest = 40;

/** A bar a release, as tall as rows were authored on it; hatched where rows are carried. Each bar is a link. */
export function tideGauge(gauge: TideGauge): HtmlText {
  const peak = Math.max(1, gauge.current.rows ?? 0, ...gauge.bars.map(({ rows }) => rows));
  const heightOf = (rows: number) => (rows === 0 ? 1 : Math.max(3, Math.round((rows / peak) * tallest)));
  // The last bar stands for the newest release; an empty one of the same number beside it would only repeat it.
  const drawn = gauge.bars.filter(
    ({ major, rows }) => rows > 0 || major !== Number.parseInt(gauge.current.release, 10),
  );
  const bars = drawn.map((bar) => authoredBar(gauge, bar, heightOf(bar.rows)));
  const { current } = gauge;
  const rows = current.rows === null ? "current" : number(current.rows);
  const here = gauge.carried ? html` aria-current="page"` : null;
  const label = `Current view, every newest set carried to ${current.release}${current.rows === null ? "" : `: ${counted(current.rows, "row")}`}`;
  return html`<ol class="tide-gauge" aria-label="Rows by the release they were authored on">${bars}<li class="carried"><a href="${current.href}"${here}><span class="visually-hidden">${label}</span><span class="count" aria-hidden="true">${rows}</span><span class="bar"><svg width="100%" height="${heightOf(current.rows ?? 0)}" aria-hidden="true"></svg></span><span class="tick" aria-hidden="true">${current.release}</span></a></li></ol>`;
}

function authoredBar(gauge: TideGauge, bar: GaugeBar, height: number): HtmlText {
  const tick = html`<span class="tick" aria-hidden="true">${bar.major}</span>`;
  const drawn = html`<span class="bar"><svg width="100%" height="${height}" aria-hidden="true"></svg></span>`;
  if (bar.rows === 0) {
    const why = bar.exists ? "no row maps it" : "the technique is not in it";
    return html`<li><span class="silent"><span class="visually-hidden">ATT&amp;CK ${bar.major}: ${why}</span><span class="count" aria-hidden="true">&ndash;</span>${drawn}${tick}</span></li>`;
  }
  const here = bar.releases.some(({ release }) => release === gauge.shown) ? html` aria-current="page"` : null;
  const parts = bar.releases.map(({ release, rows }) => `${release}: ${counted(rows, "row")}`).join(", ");
  return html`<li><a href="${gauge.href(bar.release)}"${here}${bar.releases.length > 1 ? html` title="${parts}"` : null}><span class="visually-hidden">As authored on ${parts}</span><span class="count" aria-hidden="true">${number(bar.rows)}</span>${drawn}${tick}</a></li>`;
}
