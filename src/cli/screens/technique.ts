import { counted } from "../../base/counted.js";
import { wordList } from "../../base/word-list.js";
import { domainNames } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import type { FrameworkOverview } from "../../site/views/framework-overview.js";
import type { AskedTechnique, TechniqueView } from "../../site/views/technique.js";
import { defenseFirst } from "../../site/words/defense.js";
import { techniqueSentence } from "../../site/words/technique.js";
import { documentOf, headOf, labelled, paragraph, type Section, titled } from "../layout/document.js";
import { bestMarks } from "../layout/score.js";
import type { Screen } from "../layout/screen.js";
import { table } from "../layout/table.js";
import type { Detail } from "../options.js";
import { mappingRows, rowsMeta } from "./mapping-rows.js";
import { descriptionSection, frameText, historyLines, refLines, scoreSection } from "./parts.js";

/** A technique: what became of the id, the answer, then a table a framework, and what stands around it. */
export function renderTechnique(view: TechniqueView, screen: Screen, detail: Detail): string {
  const { technique, summary } = view;
  const frameworks = defenseFirst(view.frameworks);
  return documentOf([
    view.asked === null ? null : askedLines(screen, view.asked, view),
    headOf(screen, { id: technique.id, name: technique.name, facts: factsOf(view) }),
    [
      ...paragraph(screen, techniqueSentence(view)),
      ...paragraph(screen, frameText(view.view)),
      ...alignedHint(screen, view),
      ...filterLines(screen, view),
    ],
    scoreSection(screen, summary.functions),
    detail.texts ? descriptionSection(screen, technique.description, view.view) : null,
    overview(screen, frameworks),
    ...frameworks.filter(({ rows }) => rows > 0).map((framework) => setSection(screen, view, { framework, detail })),
    ...nonMappable(screen, view, detail),
    titled(
      screen,
      {
        title: "Rows without a living technique",
        meta: `${counted(view.stranded.length, "row")}; shown, never counted`,
      },
      view.stranded.length === 0 ? [] : mappingRows(screen, view.stranded, { subject: "technique", ...detail }),
    ),
    subtechniques(screen, view),
    around(screen, view),
  ]);
}

/** Where nothing was authored, what the reader may have meant. */
function alignedHint(screen: Screen, { view, frameworks }: TechniqueView): readonly string[] {
  if (view.kind !== "as-authored" || frameworks.length > 0) return [];
  return paragraph(screen, `--aligned-to ${view.release} carries the newest sets to it.`);
}

function askedLines(screen: Screen, asked: AskedTechnique, { technique, view }: TechniqueView): Section {
  const path = asked.path.map(({ id }) => id).join(" → ");
  const active = asked.lastActive === null ? "" : ` It was last active in ${asked.lastActive}.`;
  const rows =
    asked.lastAuthored === null
      ? ""
      : ` Rows on ${asked.id} itself were last authored on ${asked.lastAuthored} (--attack ${asked.lastAuthored}).`;
  const until = active + rows;
  if (asked.end === "active" && asked.id !== technique.id) {
    const now = `${path}: ${asked.id} ${asked.name} is now ${technique.id} ${technique.name}.`;
    return paragraph(screen, `${now}${until}`).map((line) => screen.paint("warn", line));
  }
  const words = asked.state === "active" ? asked.end : asked.state;
  const heir = asked.path.at(-1);
  const now =
    heir?.id && heir.id !== asked.id
      ? ` Its lineage: ${path}, today ${heir.name}.`
      : asked.end === "active"
        ? ""
        : " Nothing takes its place.";
  const text = `${asked.id} ${asked.name} is ${words} in ATT&CK ${view.release}.${now}${until}`;
  return paragraph(screen, text).map((line) => screen.paint("warn", line));
}

function factsOf({ technique, subtechniques: family }: TechniqueView): readonly (string | null)[] {
  const { parent, tactics, platforms } = technique;
  const kind = parent
    ? `Sub-technique of ${parent.id} ${parent.name}`
    : technique.isSubtechnique
      ? "Sub-technique"
      : family.length === 0
        ? "Technique"
        : `Technique with ${counted(family.length, "sub-technique")}`;
  const state = technique.state === "active" ? "" : ` · ${technique.state}`;
  return [
    `${kind} · ${domainNames[technique.domain]} ${technique.release}${state}`,
    tactics.length === 0 ? null : `Tactics: ${tactics.map(({ name }) => name).join(", ")}`,
    platforms.length === 0 ? null : `Platforms: ${platforms.join(", ")}`,
    technique.url,
  ];
}

function filterLines(screen: Screen, { filter, summary }: TechniqueView): readonly string[] {
  const active = [
    filter.frameworks.length === 0
      ? null
      : `framework ${wordList(
          filter.frameworks.map((framework) => frameworkOf(framework).name),
          "or",
        )}`,
    filter.function === null ? null : `function ${filter.function}`,
    filter.minRating === null ? null : `at least ${filter.minRating}`,
    filter.rating === null ? null : `rating ${filter.rating}`,
  ].filter((part) => part !== null);
  return active.length === 0
    ? []
    : paragraph(
        screen,
        `Only rows with ${active.join(", ")}: ${counted(summary.rows, "row")}. Frameworks are listed with all of theirs.`,
      ).map((line) => screen.paint("warn", line));
}

/** Every framework that was looked at; one without a row is silent, it has not said that it does nothing. */
function overview(screen: Screen, frameworks: readonly FrameworkOverview[]): Section {
  return table<FrameworkOverview>({
    screen,
    rows: frameworks,
    columns: [
      { title: "Framework", kind: "text", cell: ({ name, frameworkVersion }) => `${name} ${frameworkVersion}` },
      { title: "Set", kind: "number", cell: ({ attackVersion }) => `on ${attackVersion}` },
      {
        title: "Rows",
        kind: "number",
        cell: ({ rows, nonMappable: none }) => (rows > 0 ? String(rows) : none > 0 ? "non-mappable" : "–"),
      },
      {
        title: "Protect",
        kind: "words",
        cell: ({ functions }) => bestMarks(functions, "protect"),
        ink: () => "protect",
      },
      { title: "Detect", kind: "words", cell: ({ functions }) => bestMarks(functions, "detect"), ink: () => "detect" },
      {
        title: "Respond",
        kind: "words",
        cell: ({ functions }) => bestMarks(functions, "respond"),
        ink: () => "respond",
      },
      { title: "Side", kind: "words", cell: ({ side }) => (side === "threat" ? "threat" : "") },
    ],
  });
}

function setSection(
  screen: Screen,
  view: TechniqueView,
  { framework, detail }: { readonly framework: FrameworkOverview; readonly detail: Detail },
): Section {
  const rows = view.mappings.filter((row) => row.set === framework.set);
  const { meta, carriedShown } = rowsMeta(rows);
  return titled(
    screen,
    { title: `${framework.name} ${framework.frameworkVersion}`, meta },
    mappingRows(screen, rows, { subject: "technique", carriedShown, ...detail }),
  );
}

function nonMappable(screen: Screen, view: TechniqueView, detail: Detail): readonly Section[] {
  return [...new Set(view.nonMappable.map(({ set }) => set))].map((set) => {
    const rows = view.nonMappable.filter((row) => row.set === set);
    const [{ framework, frameworkVersion } = { framework: "", frameworkVersion: "" }] = rows;
    const { meta, carriedShown } = rowsMeta(rows);
    const title = `Declared non-mappable by ${frameworkOf(framework).name} ${frameworkVersion}`;
    return titled(screen, { title, meta }, [
      "  Its authors found no capability of theirs that addresses this technique.",
      ...mappingRows(screen, rows, { subject: "technique", carriedShown, ...detail }),
    ]);
  });
}

function subtechniques(screen: Screen, { subtechniques: family, technique }: TechniqueView): Section {
  return titled(
    screen,
    {
      title: technique.isSubtechnique ? `Sub-techniques of ${technique.parent?.id ?? "its parent"}` : "Sub-techniques",
    },
    family.length === 0
      ? []
      : table({
          screen,
          rows: family,
          columns: [
            { title: "Technique", kind: "id", cell: ({ id }) => id ?? "–" },
            { title: "Name", kind: "text", cell: ({ name }) => name },
            {
              title: "Rows",
              kind: "number",
              cell: ({ rows, nonMappable: none }) => (rows > 0 ? String(rows) : none > 0 ? "non-mappable" : "–"),
            },
          ],
        }),
  );
}

/** Each with the last release in which it was active. */
function predecessors(screen: Screen, { predecessors: before }: TechniqueView): readonly string[] {
  const words = before.map(({ id, name, lastActive }) => `${id} ${name}, up to ${lastActive}`);
  return words.length === 0 ? [] : labelled(screen, "Before", words.join("; "));
}

function around(screen: Screen, of: TechniqueView): Section {
  const { related, history, view } = of;
  const list = (title: string, part: keyof typeof related) =>
    refLines(screen, { title, list: related[part], release: view.release });
  return [
    ...list("Groups", "groups"),
    ...list("Software", "software"),
    ...list("Campaigns", "campaigns"),
    ...list("ATT&CK mitigations", "mitigations"),
    ...list("Detections", "detections"),
    ...predecessors(screen, of),
    ...historyLines(screen, history),
  ];
}
