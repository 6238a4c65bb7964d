import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import type { CapabilityRow } from "../../site/views/capability-group.js";
import type { FrameworksView, FrameworkView } from "../../site/views/framework.js";
import { capabilitiesWords, frameworkSentence } from "../../site/words/framework.js";
import { notLoadedWords } from "../../site/words/not-loaded.js";
import { documentOf, headOf, paragraph, titled } from "../layout/document.js";
import { bestMarks } from "../layout/score.js";
import type { Screen } from "../layout/screen.js";
import { table } from "../layout/table.js";
import { groupTable, setTable } from "./set.js";

/** A framework: its sets, and the groups and capabilities of the newest. */
export function renderFramework(view: FrameworkView, screen: Screen): string {
  const { framework, sets, groups, capabilities } = view;
  const notLoaded = notLoadedWords(sets);
  const side = framework.side === "threat" ? "threat and incident vocabulary, never counted as defence" : "defence";
  return documentOf([
    headOf(screen, { id: framework.id, name: framework.name, facts: [`${framework.publisher} · ${side}`] }),
    [...paragraph(screen, frameworkSentence(view)), ...(notLoaded === null ? [] : paragraph(screen, notLoaded))],
    titled(screen, { title: "Sets", meta: counted(sets.length, "set") }, setTable(screen, sets)),
    titled(screen, { title: "Groups", meta: "of the newest sets" }, groupTable(screen, groups)),
    titled(
      screen,
      { title: "Capabilities", meta: capabilitiesWords(view, capabilities.length) },
      table<CapabilityRow>({
        screen,
        rows: capabilities,
        columns: [
          { title: "Capability", kind: "id", cell: ({ id }) => id.trim() },
          {
            title: "Name",
            kind: "text",
            cell: ({ id, name }) => (name === null || name.trim() === id.trim() ? "" : name.trim()),
          },
          {
            title: "Rows",
            kind: "number",
            cell: ({ rows, nonMappable }) => (rows > 0 ? number(rows) : nonMappable > 0 ? "non-mappable" : "–"),
          },
          {
            title: "Techniques",
            kind: "number",
            cell: ({ techniques }) => (techniques === 0 ? "" : number(techniques)),
          },
          {
            title: "Protect",
            kind: "words",
            cell: ({ functions }) => bestMarks(functions, "protect"),
            ink: () => "protect",
          },
          {
            title: "Detect",
            kind: "words",
            cell: ({ functions }) => bestMarks(functions, "detect"),
            ink: () => "detect",
          },
          {
            title: "Respond",
            kind: "words",
            cell: ({ functions }) => bestMarks(functions, "respond"),
            ink: () => "respond",
          },
        ],
      }),
    ),
  ]);
}

/** Every framework with its newest sets. */
export function renderFrameworks({ frameworks, totals }: FrameworksView, screen: Screen): string {
  const rows = frameworks.flatMap(({ framework, newest }) => newest.map((set) => ({ framework, set })));
  return documentOf([
    paragraph(
      screen,
      `${counted(totals.frameworks, "framework")} in ${counted(totals.sets, "mapping set")}: ${number(totals.mappable)} mappings to ATT&CK techniques, and ${number(totals.nonMappable)} statements that nothing fits.`,
    ),
    table<(typeof rows)[number]>({
      screen,
      rows,
      columns: [
        { title: "Framework", kind: "id", cell: ({ framework }) => framework.id },
        { title: "Name", kind: "text", cell: ({ framework }) => framework.name },
        {
          title: "Newest set",
          kind: "words",
          cell: ({ set }) => `${set.frameworkVersion} on ${set.attackVersion} ${domainNames[set.domain]}`,
        },
        { title: "Mappings", kind: "number", cell: ({ set }) => number(set.mappable) },
        { title: "Capabilities", kind: "number", cell: ({ set }) => number(set.capabilities) },
        { title: "Techniques", kind: "number", cell: ({ set }) => number(set.techniques) },
        { title: "Side", kind: "words", cell: ({ framework }) => (framework.side === "threat" ? "threat" : "") },
      ],
    }),
  ]);
}
