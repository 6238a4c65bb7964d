import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Domain, domains } from "../../model/domain.js";
import { type TechniquesOf, techniqueLayer } from "../files/technique-layer.js";
import type { RouteFile } from "../route.js";
import type { AttackObjectView } from "./attack-object.js";
import type { Frame } from "./frame.js";
import type { GroupView } from "./group.js";
import { objectKindFacts } from "./object-kind.js";
import type { TechniqueView } from "./technique.js";
import { type TechniqueRow, toTechniqueRows } from "./technique-list.js";

/** A layer is of one domain. */
export function layerName(domain: Domain): string {
  return `${domain}.layer.json`;
}

/** A layer of each domain, also of one that has no technique of it: an empty one. */
function layersOf<View>(of: {
  readonly id: (view: View) => string;
  readonly titled: (view: View) => Pick<TechniquesOf, "title" | "whose">;
  readonly entries: (view: View) => readonly { readonly view: Frame; readonly rows: readonly TechniqueRow[] }[];
}): readonly RouteFile<View>[] {
  return domains.map((domain) => ({
    name: layerName(domain),
    type: "application/json",
    onDemand: true,
    saveAs: (view) => `${of.id(view)}_${layerName(domain)}`,
    write: (view, kb) => {
      const entry = of.entries(view).find(({ view: frame }) => frame.domain === domain);
      const release = entry?.view.release ?? kb.newestRelease(domain);
      return techniqueLayer({ ...of.titled(view), domain, release, rows: entry?.rows ?? [] });
    },
  }));
}

/** What is reported of the group itself. */
export const groupLayers = layersOf<GroupView>({
  id: ({ group }) => group.id,
  titled: ({ group }) => ({ title: `${group.id} ${group.name}`, whose: "reported of the group itself" }),
  entries: ({ domains: entries }) => entries.map(({ view, direct }) => ({ view, rows: direct })),
});

export const objectLayers = layersOf<AttackObjectView>({
  id: ({ object }) => object.id,
  titled: ({ kind, object }) => ({ title: `${object.id} ${object.name}`, whose: objectKindFacts[kind].whose }),
  entries: ({ domains: entries }) => entries.map(({ view, techniques }) => ({ view, rows: techniques })),
});

/** The technique with its parent and all of their sub-techniques. */
export const techniqueLayerFile: RouteFile<TechniqueView> = {
  name: "layer.json",
  type: "application/json",
  onDemand: true,
  saveAs: ({ technique, view }) => `${technique.id}_attack-${view.release}.layer.json`,
  write: (view, kb) => {
    const { technique, view: frame } = view;
    const title = `${technique.id} ${technique.name}`;
    const whose = "of the family";
    const { domain, release, kind } = frame;
    const isAuthored = kind === "as-authored";
    return techniqueLayer({ title, whose, domain, release, isAuthored, rows: familyOf(kb, view) });
  },
};

function familyOf(kb: KnowledgeBase, { technique, view: frame }: TechniqueView): readonly TechniqueRow[] {
  const timeline = kb.timeline(frame.domain);
  const release = timeline.at(timeline.resolve(frame.release) ?? frame.release);
  const own = release.object("technique", technique.id);
  if (own === null) return [];
  const parent = release.parentOf(own) ?? own;
  return toTechniqueRows(kb, frame, [parent, ...release.subtechniquesOf(parent)]);
}
