import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Domain, domains } from "../../model/domain.js";
import { type LayerRow, type TechniquesOf, techniqueLayer } from "../files/technique-layer.js";
import type { RouteFile } from "../route.js";
import type { AttackObjectView } from "./attack-object.js";
import type { Frame } from "./frame.js";
import type { GroupView } from "./group.js";
import { keptRelease } from "./kept-choices.js";
import { objectKindFacts } from "./object-kind.js";
import type { TechniqueView } from "./technique.js";
import { rowsOnTechnique, setsOf, someDefends } from "./technique-rows.js";

/** A layer is of one domain. */
export function layerName(domain: Domain): string {
  return `${domain}.layer.json`;
}

interface LayersOf<View> {
  readonly titled: (view: View) => { readonly id: string; readonly name: string; readonly whose: string };
  readonly entries: (view: View) => readonly { readonly view: Frame; readonly rows: readonly LayerRow[] }[];
}

/** A layer of each domain, also of one that has no technique of it: an empty one, of the page's release where it has that. */
function layersOf<View>({ titled, entries }: LayersOf<View>): readonly RouteFile<View>[] {
  return domains.map((domain) => ({
    name: layerName(domain),
    type: "application/json",
    onDemand: true,
    saveAs: (view) => {
      const release = entries(view).find(({ view: frame }) => frame.domain === domain)?.view.release;
      return `${titled(view).id}_attack-${domain}${release === undefined ? "" : `-${release}`}.layer.json`;
    },
    write: (view, kb) => {
      const { id, name, whose } = titled(view);
      const [first] = entries(view);
      const entry = entries(view).find(({ view: frame }) => frame.domain === domain);
      const kept = first === undefined ? null : keptRelease(kb, domain, first.view);
      return techniqueLayer({
        ...{ title: `${id} ${name}`, whose, domain, rows: entry?.rows ?? [] },
        release: entry?.view.release ?? kept ?? kb.newestRelease(domain),
        isAuthored: false,
        isSilent: !someDefends(kb.newestSets(domain)),
      });
    },
  }));
}

/** What is reported of the group itself. */
export const groupLayers = layersOf<GroupView>({
  titled: ({ group: { id, name } }) => ({ id, name, whose: "reported of the group itself" }),
  entries: (view) => view.domains.map(({ view: frame, direct }) => ({ view: frame, rows: direct })),
});

export const objectLayers = layersOf<AttackObjectView>({
  titled: ({ kind, object: { id, name } }) => ({ id, name, whose: objectKindFacts[kind].whose }),
  entries: (view) => view.domains.map(({ view: frame, techniques }) => ({ view: frame, rows: techniques })),
});

/** The technique with its parent and all of their sub-techniques, by the rows that their pages show. */
export const techniqueLayerFile: RouteFile<TechniqueView> = {
  name: "layer.json",
  type: "application/json",
  onDemand: true,
  saveAs: ({ technique, view }) => `${technique.id}_attack-${view.release}.layer.json`,
  write: (view, kb) => {
    const { technique, view: frame } = view;
    const of: TechniquesOf = {
      ...{ title: `${technique.id} ${technique.name}`, whose: "of the family" },
      ...{ domain: frame.domain, release: frame.release },
      rows: familyOf(kb, view).map((id) => rowOf(kb, frame, id)),
      isAuthored: frame.kind === "as-authored",
      isSilent: !someDefends(setsOf(kb, frame)),
    };
    return techniqueLayer(of);
  },
};

function familyOf(kb: KnowledgeBase, { technique, view: frame }: TechniqueView): readonly string[] {
  const release = kb.timeline(frame.domain).at(frame.release);
  const own = release.object("technique", technique.id);
  if (own === null) return [];
  const parent = release.parentOf(own) ?? own;
  return [parent, ...release.subtechniquesOf(parent)].flatMap(({ id }) => id ?? []);
}

function rowOf(kb: KnowledgeBase, frame: Frame, id: string): LayerRow {
  const { mappings, nonMappable } = rowsOnTechnique(kb, frame, id);
  const defense = mappings.filter(({ side }) => side === "defense");
  return {
    id,
    defenseRows: defense.length,
    defenseFrameworks: new Set(defense.map(({ framework }) => framework)).size,
    threatRows: mappings.length - defense.length,
    nonMappable: [...new Set(nonMappable.map(({ framework }) => framework))],
  };
}
