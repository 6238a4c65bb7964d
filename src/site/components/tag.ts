import type { CarriedLabel } from "../../model/attack.js";
import type { Severity } from "../../model/diagnostic.js";
import type { OriginKind } from "../../model/origin.js";
import { type Child, html, joined } from "../html.js";
import type { HtmlText } from "../route.js";
import { carriedStates } from "../words/mapping.js";

type Tone = "plain" | "warn" | "bad";

/** The state of a row or an object in a word or two. */
export function tag(words: Child, tone: Tone = "plain"): HtmlText {
  return html`<span class="tag" data-tone="${tone}">${words}</span>`;
}

const toneOfSeverity = { error: "bad", warning: "warn", note: "plain" } as const satisfies Record<Severity, Tone>;

/** How bad a finding is. */
export function severityTag(severity: Severity): HtmlText {
  return tag(severity, toneOfSeverity[severity]);
}

/** Marks what the reader's own file says, wherever it stands beside published sets; nothing for those. */
export function ownTag(kind: OriginKind): HtmlText | null {
  return kind === "own" ? html` ${tag("own file", "warn")}` : null;
}

/** Marks a set that is in no answer about techniques, since its own release is not loaded; nothing for others. */
export function releaseTag({ releaseLoaded }: { readonly releaseLoaded: boolean }): HtmlText | null {
  return releaseLoaded ? null : html` ${tag("release not loaded", "warn")}`;
}

const toneOf = {
  unchanged: "plain",
  renamed: "plain",
  rewritten: "plain",
  predecessor: "plain",
  meaning: "warn",
  decision: "warn",
  "no-technique": "warn",
  "not-yet": "warn",
  ambiguous: "warn",
} as const satisfies Record<CarriedLabel["class"], Tone>;

/** `16.1 → 19.0`: from which release to which rows were carried. */
export function carriedSpan({ from, to }: Pick<CarriedLabel, "from" | "to">): string {
  return `${from} → ${to}`;
}

/**
 * `16.1 → 19.0 unchanged`, with the ids it went through where they differ, merged and changed tactics. Without the
 * releases where they stand above.
 */
export function carriedTag(carried: CarriedLabel, releases: "named" | "above" = "named"): HtmlText {
  const span = releases === "named" ? html`${carried.from} &rarr; ${carried.to} ` : null;
  const { state, flags } = carriedStates(carried);
  const parts = [
    tag(html`${span}${state}`, toneOf[carried.class]),
    carried.path.length > 1 ? html`<span class="id muted">${arrows(carried.path)}</span>` : null,
    ...flags.map((flag) => tag(flag)),
  ];
  return html`${joined(
    parts.filter((part) => part !== null),
    " ",
  )}`;
}

/** `T1073 → T1574.002 → T1574.001`: the ids that something went through. */
export function arrows(ids: readonly (string | null)[]): Child {
  return joined(ids, html` &rarr; `);
}
