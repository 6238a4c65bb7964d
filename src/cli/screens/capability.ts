import { plainProse } from "../../attack/prose.js";
import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import type { CapabilityVersion, CapabilityView } from "../../site/views/capability.js";
import type { DefenseIn } from "../../site/views/defense.js";
import type { Exposure, TacticExposure } from "../../site/views/exposure.js";
import { capabilitySentence, lackingWords, rowsWords } from "../../site/words/capability.js";
import { ofThreat, silentWords } from "../../site/words/defense.js";
import { notLoadedWords } from "../../site/words/not-loaded.js";
import { documentOf, headOf, labelled, paragraph, type Section, titled } from "../layout/document.js";
import type { Screen } from "../layout/screen.js";
import { table } from "../layout/table.js";
import { wrap } from "../layout/wrap.js";
import type { Detail } from "../options.js";
import { mappingRows, rowsMeta } from "./mapping-rows.js";
import { fewLines, frameText, gapSection, reachSection, scoreSection } from "./parts.js";

/** A capability: what it reaches by tactic, its rows set by set, what rests on it alone, its versions. */
export function renderCapability(view: CapabilityView, screen: Screen, detail: Detail): string {
  const { capability, framework, exposure, mappings, nonMappable, stranded, restsOnThisAlone } = view;
  const lacking = lackingWords(view);
  const notLoaded = notLoadedWords(view.view.sets);
  const rows = (own: typeof mappings, carriedShown: boolean) =>
    mappingRows(screen, own, { subject: "capability", carriedShown, ...detail });
  return documentOf([
    headOf(screen, { id: capability.id.trim(), name: capability.name?.trim() ?? "", facts: factsOf(view) }),
    [
      ...paragraph(screen, capabilitySentence(view)),
      ...(view.page.all === 0 ? [] : paragraph(screen, `${passing(view)}. ${rowsWords(view)}`)),
      ...(lacking === null ? [] : paragraph(screen, lacking)),
      ...(notLoaded === null ? [] : paragraph(screen, notLoaded)),
    ],
    framework.side === "defense" ? scoreSection(screen, view.summary.functions) : null,
    capability.description === null || !detail.texts
      ? null
      : wrap(plainProse(capability.description).text, screen.width),
    ...(view.page.all === 0 ? [] : view.defense.flatMap((entry) => defenseParts(screen, entry))),
    ...(view.page.all === 0 ? [] : exposure.map((entry) => exposureSection(screen, entry))),
    ...view.view.sets.map((set) => {
      const own = mappings.filter((row) => row.set === set.id);
      const { meta, carriedShown } = rowsMeta(own);
      const title = `${set.frameworkVersion} on ATT&CK ${set.attackVersion} ${domainNames[set.domain]}`;
      return own.length === 0 ? null : titled(screen, { title, meta }, rows(own, carriedShown));
    }),
    nonMappable.length === 0
      ? null
      : titled(screen, { title: "Declared non-mappable", meta: "its authors found no technique that it addresses" }, [
          ...rows(nonMappable, true),
        ]),
    stranded.length === 0
      ? null
      : titled(
          screen,
          { title: "Rows without a living technique", meta: `${counted(stranded.length, "row")}; shown, not counted` },
          rows(stranded, false),
        ),
    conflicts(screen, view),
    restsOnThisAlone.length === 0
      ? null
      : labelled(screen, "Only this has a row on", restsOnThisAlone.toSorted().join(", ")),
    versions(screen, view.versions),
  ]);
}

/** `12 of 220 rows` where some are left out. */
function passing({ page: { matching, all } }: CapabilityView): string {
  return matching === all ? counted(all, "row") : `${number(matching)} of ${counted(all, "row")}`;
}

function factsOf({ framework, capability, view }: CapabilityView): readonly (string | null)[] {
  return [
    `${framework.name} · ${framework.noun}${framework.side === "threat" ? " · threat side, never counted as defence" : ""}`,
    capability.groups.length === 0
      ? null
      : `Group: ${capability.groups.map(({ id, name }) => (id === name ? id : `${id} ${name}`)).join(", ")}`,
    capability.spellings.length === 0
      ? null
      : `Also written: ${capability.spellings.map((text) => text.trim()).join(", ")}`,
    view.dropped && view.kind !== "as-authored"
      ? `No longer in the newest ${framework.name}: shown is the last version that has it.`
      : null,
  ];
}

/** What answers a threat, and before all else what the framework asked for does not. */
function defenseParts(screen: Screen, entry: DefenseIn): readonly Section[] {
  const { view, gap, reach, techniques } = entry;
  if (techniques.length === 0) return [];
  const where = `${domainNames[view.domain]} ${view.release}`;
  const answers =
    reach.length === 0
      ? paragraph(screen, silentWords(entry))
      : [...paragraph(screen, frameText(view)), ...reachSection(screen, reach), ...fewLines(screen, techniques.length)];
  return [
    gapSection(screen, gap, { whose: ofThreat, where }),
    titled(screen, { title: `What answers its techniques, ${where}` }, answers),
  ];
}

function exposureSection(screen: Screen, { tactics, domain, release }: Exposure): Section {
  const reached = tactics.filter((tactic) => tactic.reached.length > 0);
  return titled(
    screen,
    {
      title: `Techniques by tactic, ${domainNames[domain]} ${release}`,
      meta: "a technique of several tactics stands in each",
    },
    reached.length === 0
      ? []
      : table<TacticExposure>({
          screen,
          rows: reached,
          columns: [
            { title: "Tactic", kind: "id", cell: ({ tactic }) => tactic.id ?? "–" },
            { title: "Name", kind: "text", cell: ({ tactic }) => tactic.name },
            {
              title: "Techniques",
              kind: "number",
              cell: ({ reached: own, techniques }) => `${own.length} of ${techniques}`,
            },
          ],
        }),
  );
}

function conflicts(screen: Screen, { conflicts: found }: CapabilityView): Section {
  if (found.length === 0) return null;
  const items = found.map(({ techniqueId, function: of, ratings }) => `${techniqueId} ${of} ${ratings.join(" and ")}`);
  return labelled(screen, "Two ratings for one function; all rows are shown, the best one heads", items.join("; "));
}

function versions(screen: Screen, all: readonly CapabilityVersion[]): Section {
  return titled(
    screen,
    { title: "All versions" },
    table<CapabilityVersion>({
      screen,
      rows: all,
      columns: [
        { title: "Set", kind: "id", cell: ({ set }) => set.id },
        { title: "Id", kind: "id", cell: ({ id }) => id.trim() },
        {
          title: "Rows",
          kind: "number",
          cell: ({ rows, nonMappable }) => (rows > 0 ? String(rows) : nonMappable > 0 ? "non-mappable" : "–"),
        },
        { title: "Techniques", kind: "number", cell: ({ techniques }) => (techniques === 0 ? "" : String(techniques)) },
      ],
    }),
  );
}
