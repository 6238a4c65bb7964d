import { counted, number } from "../../base/counted.js";
import { shownDay } from "../../model/day.js";
import { domainNames } from "../../model/domain.js";
import type { FindingSummary } from "../../site/views/findings.js";
import type { SetGroupRow, SetView } from "../../site/views/set.js";
import type { SetRef } from "../../site/views/set-ref.js";
import type { SetsView } from "../../site/views/sets.js";
import { notLoadedWords } from "../../site/words/not-loaded.js";
import { setSentence } from "../../site/words/set.js";
import { documentOf, headOf, labelled, paragraph, type Section, titled } from "../layout/document.js";
import type { Screen } from "../layout/screen.js";
import { table } from "../layout/table.js";
import { mappingRows } from "./mapping-rows.js";

/** A set: counts, where its file is from, one page of rows, what it does not map, what validation finds. */
export function renderSet(view: SetView, screen: Screen): string {
  const { groups, techniquesWithout, capabilitiesWithout, silent, findings, carried } = view;
  if (carried !== null)
    return documentOf([setHead(view, screen), paragraph(screen, setSentence(view)), rowsOf(screen, view)]);
  return documentOf([
    setHead(view, screen),
    [
      ...paragraph(screen, setSentence(view)),
      ...paragraph(
        screen,
        notLoadedWords([view.set]) ?? `${counted(silent.length, "technique")} of the release: no word.`,
      ),
    ],
    titled(
      screen,
      { title: "Groups", meta: counted(groups.length, "group") },
      groups.length === 0 ? [] : groupTable(screen, groups),
    ),
    rowsOf(screen, view),
    techniquesWithout.length === 0
      ? null
      : labelled(
          screen,
          `Techniques that no capability addresses (${techniquesWithout.length})`,
          techniquesWithout
            .map(({ techniqueId, techniqueName }) => `${techniqueId ?? "–"} ${techniqueName ?? ""}`.trim())
            .join("; "),
        ),
    capabilitiesWithout.length === 0
      ? null
      : labelled(
          screen,
          `Capabilities that address no technique (${capabilitiesWithout.length})`,
          capabilitiesWithout.map(({ capabilityId }) => capabilityId?.trim() ?? "–").join("; "),
        ),
    findingsTable(screen, findings),
  ]);
}

function setHead({ set, framework, origin, carried }: SetView, screen: Screen): Section {
  const name = `${framework.name} ${set.frameworkVersion} on ATT&CK ${set.attackVersion} ${domainNames[set.domain]}`;
  return headOf(screen, {
    id: set.id,
    name: carried === null ? name : `${name}, carried to ${carried.to}`,
    facts: [
      `${origin.kind} · ${origin.publisher} · ${origin.licence}${set.newest ? " · newest of its framework" : ""}`,
      `Source: ${origin.source}${origin.version === null ? "" : ` at ${origin.version}`}`,
      `SHA-256: ${origin.sha256}`,
      set.updated === null ? null : `Updated: ${shownDay(set.updated)}`,
    ],
  });
}

function rowsOf(screen: Screen, { page }: SetView): Section {
  const first = page.rows[0];
  if (!first) return paragraph(screen, `None of ${counted(page.all, "row")} passes these filters.`);
  const which =
    page.matching === page.all ? counted(page.all, "row") : `${number(page.matching)} of ${counted(page.all, "row")}`;
  const next = page.page < page.pages ? `--page ${page.page + 1} has more, ` : "";
  const more = page.pages === 1 ? "" : ` · page ${page.page} of ${page.pages}; ${next}--format csv all`;
  return titled(
    screen,
    { title: "Rows", meta: `${which}${more}` },
    mappingRows(screen, page.rows, { subject: "none", texts: false }),
  );
}

function findingsTable(screen: Screen, findings: readonly FindingSummary[]): Section {
  return findings.length === 0
    ? null
    : titled(
        screen,
        { title: "What validation finds" },
        table<FindingSummary>({
          screen,
          rows: findings,
          columns: [
            { title: "Rule", kind: "id", cell: ({ code }) => code },
            { title: "Severity", kind: "words", cell: ({ severity }) => severity },
            { title: "Finding", kind: "text", cell: ({ title }) => title },
            { title: "Hits", kind: "number", cell: ({ hits }) => number(hits) },
          ],
        }),
      );
}

/** All sets, reading order. */
export function renderSets({ sets, totals }: SetsView, screen: Screen): string {
  return documentOf([
    paragraph(
      screen,
      `${counted(totals.sets, "set")} of ${counted(totals.frameworks, "framework")} hold ${counted(totals.rows, "row")}: ${number(totals.mappable)} mappings and ${number(totals.nonMappable)} non-mappable statements.`,
    ),
    setTable(screen, sets),
  ]);
}

/** Sets, one a line. */
export function setTable(screen: Screen, sets: readonly SetRef[]): readonly string[] {
  return table<SetRef>({
    screen,
    rows: sets,
    columns: [
      { title: "Set", kind: "id", cell: ({ id }) => id },
      { title: "Mappings", kind: "number", cell: ({ mappable }) => number(mappable) },
      { title: "Non-mappable", kind: "number", cell: ({ nonMappable }) => number(nonMappable) },
      { title: "Updated", kind: "words", cell: ({ updated }) => shownDay(updated) ?? "" },
      {
        title: "Newest",
        kind: "words",
        cell: ({ newest, releaseLoaded }) => (newest ? "newest" : releaseLoaded ? "" : "release not loaded"),
      },
    ],
  });
}

/** Groups of capabilities with how much they hold. */
export function groupTable(screen: Screen, groups: readonly SetGroupRow[]): readonly string[] {
  return table<SetGroupRow>({
    screen,
    rows: groups,
    columns: [
      { title: "Group", kind: "id", cell: ({ id }) => id.trim() },
      { title: "Name", kind: "text", cell: ({ id, name }) => (name === id ? "" : name) },
      { title: "Capabilities", kind: "number", cell: ({ capabilities }) => number(capabilities) },
      { title: "Rows", kind: "number", cell: ({ rows }) => number(rows) },
    ],
  });
}
