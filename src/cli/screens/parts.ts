import { plainProse } from "../../attack/prose.js";
import type { HistoryEvent } from "../../attack/timeline.js";
import { counted } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { type MappingFunction, mappingFunctions } from "../../model/mapping.js";
import type { DescriptionView } from "../../site/views/description.js";
import type { Frame } from "../../site/views/frame.js";
import type { Gap, GapTechnique } from "../../site/views/gap.js";
import { absenceWords, gapWords } from "../../site/views/gap-words.js";
import type { Reach } from "../../site/views/reach.js";
import type { RefList } from "../../site/views/refs.js";
import { type FunctionCounts, rowsIn } from "../../site/views/summary.js";
import type { TechniqueRow } from "../../site/views/technique-list.js";
import { defenseFirst } from "../../site/words/defense.js";
import { doubtsOf, doubtWords } from "../../site/words/doubt.js";
import { toldAtOnce, toldHistory } from "../../site/words/history.js";
import { functionWords } from "../../site/words/mapping.js";
import { fewWords, rated } from "../../site/words/reach.js";
import { noDefenseWords, noneWords } from "../../site/words/silence.js";
import { labelled, paragraph, type Section, titled } from "../layout/document.js";
import { marksOf } from "../layout/score.js";
import type { Screen } from "../layout/screen.js";
import { type Column, table } from "../layout/table.js";
import { wrap } from "../layout/wrap.js";

/** Which rows are shown, as of when, and where that release is from. */
export function frameText({ kind, release, sameAs, origin, domain }: Frame): string {
  const same = sameAs === null ? "" : ` ATT&CK ${release} has the content of ${sameAs}.`;
  const derived = origin === "derived" ? ` ${release} is derived from other public data.` : "";
  const words = {
    current: `Current: each framework's newest set, carried to ATT&CK ${release} ${domainNames[domain]}.`,
    aligned: `Aligned to ${release}: each framework's newest set, carried to that release.`,
    "as-authored": `As authored on ${release}: only sets that were written for this release.`,
  } as const satisfies Record<Frame["kind"], string>;
  return words[kind] + same + derived;
}

/** Rows by function and rating. */
export function scoreSection(screen: Screen, functions: readonly FunctionCounts[]): Section {
  const rows = functions.filter((counts) => rowsIn(counts) > 0);
  return table<FunctionCounts>({
    screen,
    rows,
    columns: [
      {
        title: "Rows by function",
        kind: "words",
        cell: ({ function: of }) => `${marksOf(of, "minimal").charAt(0)} ${functionWords[of]}`,
        ink: ({ function: of }) => of,
      },
      { title: "Significant", kind: "number", cell: ({ significant }) => String(significant) },
      { title: "Partial", kind: "number", cell: ({ partial }) => String(partial) },
      { title: "Minimal", kind: "number", cell: ({ minimal }) => String(minimal) },
      { title: "Not scored", kind: "number", cell: ({ notScored }) => String(notScored) },
    ],
  });
}

/** The publisher's words where they are loaded; says how to load them where not. */
export function descriptionSection(screen: Screen, text: DescriptionView | null, { kind, release }: Frame): Section {
  if (text === null) {
    const which = kind === "current" ? "" : ` --releases ${release}`;
    const missing = `Description not loaded: tidemap pull${which}`;
    return wrap(missing, screen.width).map((line) => screen.paint("faint", line));
  }
  const { text: words, citations } = plainProse(text.prose);
  const from = text.release === release ? [] : [screen.paint("faint", `As ATT&CK ${text.release} has it:`)];
  const sources = citations.map((citation, index) => `[${index + 1}] ${citationText(citation)}`);
  return [...from, ...wrap(words, screen.width), ...sources.flatMap((line) => wrap(line, screen.width))];
}

function citationText(citation: object): string {
  const { name, description, url } = citation as Readonly<Record<string, string | null>>;
  return [description ?? name, url].filter((part) => part != null && part !== "").join(" ");
}

/** `Groups (3): G0007 APT28; …`; "none", or that the release's source lacks the kind. */
export function refLines(
  screen: Screen,
  { title, list, release }: { readonly title: string; readonly list: RefList; readonly release: string },
): readonly string[] {
  if (list.items.length === 0) return labelled(screen, title, noneWords(list, release));
  const items = list.items.map(({ id, name }) => (id === null ? name : `${id} ${name}`));
  return labelled(screen, `${title} (${items.length})`, items.join("; "));
}

/** What the framework asked for has no row for, before all else: it is the question. */
export function gapSection(
  screen: Screen,
  gap: Gap | null,
  { whose, where }: { readonly whose: string; readonly where: string },
): Section {
  if (gap === null) return null;
  const { title, meta, none } = gapWords(gap, whose);
  const found = gap.techniques.length === 0 ? paragraph(screen, none) : gapTable(screen, gap.techniques);
  return titled(screen, { title: `${title}, ${where}`, meta }, found);
}

/** How far each framework answers a list of techniques: n of d, by function; defence first, threat apart. */
export function reachSection(screen: Screen, reach: readonly Reach[]): readonly string[] {
  const byFunction = (of: MappingFunction) => ({
    title: functionWords[of],
    kind: "number" as const,
    cell: (reach: Reach) => (reach.side === "threat" ? "" : String(rated(reach, of))),
  });
  const lines = table<Reach>({
    screen,
    rows: defenseFirst(reach),
    columns: [
      { title: "Framework", kind: "text", cell: ({ name, frameworkVersion }) => `${name} ${frameworkVersion}` },
      { title: "Set", kind: "number", cell: ({ attackVersion }) => `on ${attackVersion}` },
      { title: "Techniques", kind: "number", cell: ({ n, of }) => `${n} of ${of}` },
      ...mappingFunctions.map(byFunction),
      {
        title: "Protect, not scored",
        kind: "number",
        cell: ({ side, notScored }) => (side === "threat" ? "" : String(notScored)),
      },
      { title: "Parent only", kind: "number", cell: ({ parentOnly }) => String(parentOnly) },
      { title: "Non-mappable", kind: "number", cell: ({ nonMappable }) => String(nonMappable) },
      { title: "Side", kind: "words", cell: ({ side }) => (side === "threat" ? "threat" : "") },
    ],
  });
  const doubt = doubtWords(doubtsOf(reach));
  return doubt === null ? lines : [...lines, ...paragraph(screen, doubt)];
}

/** That no defence can have a row there; nothing where one has a set of the domain. */
export function silentLines(
  screen: Screen,
  { view, reach }: { readonly view: Frame; readonly reach: readonly Reach[] },
): readonly string[] {
  if (reach.some(({ side }) => side === "defense")) return [];
  return paragraph(screen, `${noDefenseWords([view.domain])}.`);
}

/** That a share of very few techniques says little; nothing where there are enough. */
export function fewLines(screen: Screen, techniques: number): readonly string[] {
  const words = fewWords(techniques);
  return words === null ? [] : paragraph(screen, words);
}

/** With what those frameworks say of each instead. */
function gapTable(screen: Screen, rows: readonly GapTechnique[]): readonly string[] {
  const said: Column<GapTechnique> = {
    title: "They say",
    kind: "text",
    cell: ({ standing }) => absenceWords[standing],
  };
  return table({ screen, rows, columns: [...techniqueColumns, said] });
}

/** Techniques, one a line, with what answers each. */
export function techniqueTable(screen: Screen, rows: readonly TechniqueRow[]): readonly string[] {
  return table<TechniqueRow>({ screen, rows, columns: techniqueColumns });
}

const techniqueColumns: readonly Column<TechniqueRow>[] = [
  { title: "Technique", kind: "id", cell: ({ id }) => id },
  { title: "Name", kind: "text", cell: ({ name, isSubtechnique }) => (isSubtechnique ? `· ${name}` : name) },
  {
    title: "Defence",
    kind: "words",
    cell: ({ defenseRows, defenseFrameworks }) =>
      defenseRows === 0 ? "no row" : `${counted(defenseRows, "row")}, ${counted(defenseFrameworks, "framework")}`,
    ink: ({ defenseRows }) => (defenseRows === 0 ? "warn" : null),
  },
  { title: "Threat", kind: "number", cell: ({ threatRows }) => (threatRows === 0 ? "" : String(threatRows)) },
  { title: "Non-mappable for", kind: "text", cell: ({ nonMappable }) => nonMappable.join(", ") },
];

/** What changed for an object, newest first, as its page says. */
export function historyLines(screen: Screen, history: readonly HistoryEvent[]): readonly string[] {
  const told = toldHistory(history);
  if (told.length === 0) return [];
  const lines = told.slice(0, toldAtOnce).map(({ release, events }) => `${release} ${events.join(", ")}`);
  const earlier = told.length - lines.length;
  const more = earlier === 0 ? [] : [`${counted(earlier, "earlier release")} on its page`];
  return labelled(screen, "What changed", [...lines, ...more].join("; "));
}
