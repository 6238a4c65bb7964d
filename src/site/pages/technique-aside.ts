import { number } from "../../base/counted.js";
import type { AttackKind } from "../../model/attack.js";
import { parentIdOf } from "../../model/technique-id.js";
import { downloadLinks } from "../components/downloads.js";
import { historyList } from "../components/history-list.js";
import { refList } from "../components/ref-list.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import { objectHref, releaseOf, techniqueHref, withQuery } from "../view-hrefs.js";
import type { RefList } from "../views/refs.js";
import { filterQuery } from "../views/row-filter.js";
import type { TechniqueView } from "../views/technique.js";
import { noneWords } from "../words/silence.js";
import { askedHref } from "./technique-question.js";

/** What stands around a technique: its family, who uses it, what mitigates and detects it, its history, its files. */
export function techniqueAside(view: TechniqueView): HtmlText {
  const { related, history } = view;
  const used = [related.groups, related.campaigns, related.software];
  const users: RefList = { held: used.some(({ held }) => held), items: used.flatMap(({ items }) => items) };
  return html`<aside class="aside" aria-label="Related">${[
    family(view),
    before(view),
    relatedList(view, { title: "Used by", list: users, kinds: true }),
    relatedList(view, { title: "ATT&CK mitigations", list: related.mitigations, kinds: false }),
    relatedList(view, { title: "Detections", list: related.detections, kinds: true }),
    history.length === 0 ? null : historyList(history),
    html`<p><a href="${hrefs.techniqueChanges(view.technique.id)}">What sets changed for ${view.technique.id}</a></p>`,
    downloads(view),
  ]}</aside>`;
}

function family(view: TechniqueView): HtmlText | null {
  const { technique, subtechniques } = view;
  if (subtechniques.length === 0) return null;
  return refList({
    title: `Sub-techniques of ${parentIdOf(technique.id) ?? technique.id}`,
    unit: "rows",
    items: subtechniques.map(({ id, name, rows, nonMappable }) => ({
      id,
      href: id === null ? null : techniqueHref(id, view.view),
      name,
      value: rows > 0 ? number(rows) : nonMappable > 0 ? "non-mappable" : "no row",
      current: id === technique.id,
    })),
    none: "",
  });
}

/** What the technique was called before, each where it was last active. */
function before({ predecessors }: TechniqueView): HtmlText | null {
  if (predecessors.length === 0) return null;
  return refList({
    title: "What it was before",
    items: predecessors.map(({ id, name, lastActive }) => ({
      id,
      href: hrefs.technique(id, lastActive),
      name,
      value: `up to ${lastActive}`,
    })),
    none: "",
  });
}

const kindWords: Readonly<Partial<Record<AttackKind, string>>> = {
  group: "group",
  campaign: "campaign",
  malware: "software",
  tool: "software",
  "detection-strategy": "strategy",
  "data-component": "data",
};

function relatedList(
  { view }: TechniqueView,
  part: { readonly title: string; readonly list: RefList; readonly kinds: boolean },
): HtmlText {
  const { title, list, kinds } = part;
  return refList({
    title,
    items: list.items.map(({ id, kind, name }) => {
      const value: { readonly value?: Child } = kinds ? { value: kindWords[kind] ?? kind } : {};
      return { id, href: objectHref(kind, id, releaseOf(view)), name, ...value };
    }),
    none: noneWords(list, view.release),
  });
}

function downloads(of: TechniqueView): HtmlText {
  const { technique, view, filter } = of;
  const shown = askedHref(of);
  const name = `${technique.id}_attack-${view.release}_${view.kind}`;
  // The release in the address makes them files of this very view wherever they are made.
  const release = view.kind === "as-authored" ? { attack: view.release } : { aligned: view.release };
  const rows = (ending: string) =>
    withQuery(`${hrefs.technique(technique.id)}rows.${ending}`, { ...release, ...filterQuery(filter) });
  const layer = withQuery(`${hrefs.technique(technique.id)}layer.json`, release);
  return downloadLinks(
    "This page",
    [
      { label: "JSON", href: hrefs.api(shown), file: `${name}.json` },
      { label: "Rows as CSV", href: rows("csv"), file: `${name}_rows.csv`, made: true },
      { label: "Rows as XLSX", href: rows("xlsx"), file: `${name}_rows.xlsx`, made: true },
      { label: "Navigator layer", href: layer, file: `${name}.layer.json`, made: true },
    ],
    shown,
  );
}
