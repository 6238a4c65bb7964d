import { counted, number } from "../../base/counted.js";
import { wordList } from "../../base/word-list.js";
import { domainNames } from "../../model/domain.js";
import { answerFirst } from "../components/answer.js";
import { fateSign } from "../components/change-figures.js";
import { changeTable } from "../components/change-table.js";
import { type Column, dataTable, type TableBody } from "../components/data-table.js";
import { downloadLinks } from "../components/downloads.js";
import { objectHead } from "../components/object-head.js";
import { section } from "../components/section.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import type { ClaimChangeView } from "../views/claim-change.js";
import type { CapabilityChangesView, ObjectStep, TechniqueChangesView } from "../views/object-changes.js";
import { fateWords, partTitle } from "../words/change.js";
import { claimRule, rewordingWords, sameClaimRule } from "../words/rewording.js";
import { shortWords } from "./set-changes.js";
import { askedMessage } from "./technique-asked.js";

/** What each framework's newest set says of a technique that the set before did not. */
export function techniqueChangesPage(view: TechniqueChangesView): Page {
  const { technique, asked, steps } = view;
  const path = hrefs.techniqueChanges(technique.id);
  return {
    title: `What changed for ${technique.id} ${technique.name}`,
    description: changesSentence(technique.id, steps),
    body: html`${asked === null ? null : askedMessage(asked, view)}${objectHead({
      kind: `What sets changed · technique · ${domainNames[technique.domain]}`,
      title: technique.name,
      id: technique.id,
    })}${body(technique.id, steps, "technique")}${files(path, `${technique.id}-changes.json`)}`,
    breadcrumbs: [
      { label: "Techniques", href: hrefs.techniques() },
      { label: technique.id, href: hrefs.technique(technique.id) },
      { label: "What sets changed", href: null },
    ],
    section: "techniques",
  };
}

/** The same of a capability. */
export function capabilityChangesPage(view: CapabilityChangesView): Page {
  const { framework, capability, steps } = view;
  const path = hrefs.capabilityChanges(framework.id, capability.id);
  return {
    title: `What changed for ${capability.id}, ${framework.shortName}`,
    description: changesSentence(capability.id, steps),
    body: html`${objectHead({
      kind: `What sets changed · ${framework.noun} · ${framework.name}`,
      title: capability.name ?? capability.id,
      id: capability.name === null ? null : capability.id,
    })}${body(capability.id, steps, "capability")}${files(path, `${framework.id}-changes.json`)}`,
    breadcrumbs: [
      { label: "Frameworks", href: hrefs.frameworks() },
      { label: framework.name, href: hrefs.framework(framework.id) },
      { label: capability.id, href: hrefs.capability(framework.id, capability.id) },
      { label: "What sets changed", href: null },
    ],
    section: "frameworks",
  };
}

/** In one sentence, with the names of the frameworks; counts of several steps are not added up. */
function changesSentence(id: string, steps: readonly ObjectStep[]): string {
  if (steps.length === 0) return `No set that follows another says anything of ${id}.`;
  const all = steps.flatMap(({ changes }) => changes);
  if (all.length === 0) return `Every set that follows another says of ${id} what the one before said.`;
  const names = [
    ...new Set(steps.flatMap(({ framework, changes }) => (changes.length > 0 ? framework.shortName : []))),
  ];
  return `${wordList(names, "and")} changed what ${names.length === 1 ? "it says" : "they say"} of ${id}.`;
}

function fates(changes: readonly ClaimChangeView[]): string {
  const of = (fate: ClaimChangeView["fate"]) => changes.filter((change) => change.fate === fate).length;
  const rescored = of("rescored");
  return `${counted(of("added"), "claim")} came, ${number(of("removed"))} went${rescored === 0 ? "" : `, ${number(rescored)} rescored`}`;
}

function body(id: string, steps: readonly ObjectStep[], subject: "technique" | "capability"): Child {
  return html`${answerFirst({
    sentence: changesSentence(id, steps),
    evidence: [
      html`<p class="note">Each framework&rsquo;s newest set against the one before it, by release and by version; both are carried to the later release of the two. ${claimRule}. ${sameClaimRule}</p>`,
    ],
  })}${steps.filter(({ changes }) => changes.length > 0).map((step) => stepSection(step, subject))}${unchanged(steps)}`;
}

/** Steps that say again what was said. */
function unchanged(steps: readonly ObjectStep[]): Child {
  const rows = steps.filter(({ changes }) => changes.length === 0);
  if (rows.length === 0) return null;
  return section({
    title: "Said again",
    body: dataTable<ObjectStep>({
      caption: "Sets that say what the one before said",
      columns: [
        { label: "Framework", kind: "main", cell: ({ framework }) => framework.name },
        { label: "From", narrowLabel: "From", cell: ({ older }) => shortWords(older) },
        {
          label: "To",
          narrowLabel: "To",
          cell: ({ older, newer }) => html`<a href="${hrefs.setChanges(newer.id, older.id)}">${shortWords(newer)}</a>`,
        },
        { label: "Domain", cell: ({ newer }) => domainNames[newer.domain] },
        { label: "Claims", kind: "number", narrowLabel: "Claims", cell: ({ kept }) => number(kept) },
        ...(rows.some(({ rewordings }) => rewordings.length > 0) ? [wordsColumn] : []),
      ],
      bodies: [{ rows }],
      complete: true,
    }),
  });
}

const wordsColumn: Column<ObjectStep> = {
  label: "In other words",
  cell: ({ kept, rewordings }) => rewordingWords(kept, rewordings),
};

/** `3 claims kept (all with a renamed type: protects, now mitigates)` */
function keptWords({ kept, rewordings }: ObjectStep): string {
  const words = rewordingWords(kept, rewordings);
  return `${counted(kept, "claim")} kept${words === null ? "" : ` (${words})`}`;
}

function stepSection(step: ObjectStep, subject: "technique" | "capability"): HtmlText {
  const { framework, older, newer, changes } = step;
  const title = `${framework.name}: ${shortWords(older)} to ${shortWords(newer)}`;
  const where = subject === "capability" ? `, ${domainNames[newer.domain]}` : "";
  return section({
    title,
    meta: `${fates(changes)}; ${keptWords(step)}${where}`,
    more: html`<a href="${hrefs.setChanges(newer.id, older.id)}">All changes of this step</a>`,
    body: changeTable({
      caption: title,
      bodies: bodies(changes),
      capability:
        subject === "capability"
          ? null
          : ({ capabilityId, fate }) =>
              hrefs.setCapability((fate === "removed" ? older : newer).id, capabilityId ?? ""),
      technique:
        subject === "technique"
          ? null
          : ({ techniqueId, living }) => hrefs.technique(techniqueId ?? "", living ? step.release : null),
      sides: ["older", "newer"],
    }),
  });
}

/** By fate and cause, as the sets' own comparison lists them. */
function bodies(changes: readonly ClaimChangeView[]): readonly TableBody<ClaimChangeView>[] {
  const parts = new Map<string, ClaimChangeView[]>();
  for (const change of changes) {
    const key = `${change.fate} ${change.cause}`;
    parts.set(key, [...(parts.get(key) ?? []), change]);
  }
  return [...parts.values()].map((rows) => {
    const [{ fate, cause }] = rows as [ClaimChangeView, ...ClaimChangeView[]];
    const words = cause === null ? null : ` · ${partTitle({ fate, cause })}`;
    return { heading: html`${fateSign(fate)} ${fateWords[fate]}${words}`, rows };
  });
}

function files(path: string, file: string): HtmlText {
  return html`<div class="section">${downloadLinks("This page", [{ label: "JSON", href: hrefs.api(path), file }], path)}</div>`;
}
