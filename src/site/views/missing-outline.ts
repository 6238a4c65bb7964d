import { clipped } from "../../base/clipped.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { nearestNamed } from "../../knowledge/suggest.js";
import type { AttackKind } from "../../model/attack.js";
import { type Domain, domainNames } from "../../model/domain.js";
import type { AttackVersion } from "../../model/version.js";
import { type Problem, problem, type Suggestion } from "../answer.js";
import { hrefs } from "../hrefs.js";
import type { Frame } from "./frame.js";
import { frameOfKinds } from "./object-frame.js";
import { statesOf } from "./object-lookup.js";
import { otherKind } from "./other-kind.js";
import { type OutlineKind, outlineKindFacts, outlineKinds } from "./outline-kind.js";

/** What a matrix was asked to outline and cannot. */
export interface MissingOutline {
  readonly asked: string;
  /** Why, in a sentence. */
  readonly said: string;
  /** Something is called so, but stands elsewhere. */
  readonly known: boolean;
  /** What may have been meant, or where it stands: each can be outlined there. */
  readonly near: readonly NearOutline[];
  /** Where else to look, where nothing can be outlined. */
  readonly links: readonly Suggestion[];
}

export interface NearOutline {
  readonly label: string;
  readonly kind: OutlineKind;
  readonly id: string;
  readonly domain: Domain;
  /** null = current. */
  readonly release: AttackVersion | null;
}

interface Known {
  readonly kind: OutlineKind;
  readonly id: string;
}

/** `known`: what is called so, in another release or domain; null where nothing is. */
export function missingOutline(
  kb: KnowledgeBase,
  frame: Frame,
  { text, known }: { readonly text: string; readonly known: Known | null },
): MissingOutline {
  const asked = clipped(text, 80);
  // Mitigations of old releases had the ids of their techniques; who asks for such an id today means the technique.
  if (known !== null && !(known.kind === "mitigation" && known.id.startsWith("T")))
    return { asked, known: true, ...elsewhere(kb, frame, known), links: [] };
  const said = `No group, software, campaign or mitigation of ${whereOf(frame)} is called ${JSON.stringify(asked)}.`;
  const other = otherKind(kb, text);
  if (other !== null) return { asked, said: `${said}${other.words}`, known: false, near: [], links: other.suggestions };
  const near = nearestNamed(text, namedIn(kb, frame), 5);
  return {
    asked,
    said,
    known: false,
    near,
    links: near.length > 0 ? [] : [{ label: `Search for ${asked}`, href: hrefs.search(asked) }],
  };
}

/** The same for those who asked for data: no matrix looks as if nothing of it were outlined. */
export function missingOutlineProblem({ said, known, near, links }: MissingOutline): Problem {
  const words = near.map(({ label }) => label).join(", ");
  const hint = near.length === 0 ? "" : known ? ` See ${words}.` : ` Did you mean ${words}?`;
  const { problem: found } = problem(404, "TM4044", {
    title: "Nothing to outline",
    detail: `${said}${hint}`,
    suggestions:
      near.length === 0
        ? links
        : near.map(({ label, kind, id, release }) => ({ label, href: outlineKindFacts[kind].page(id, release) })),
  });
  return found;
}

function whereOf({ domain, release }: Frame): string {
  return `${domainNames[domain]} ${release}`;
}

/** Every name of what the frame can outline. */
function* namedIn(kb: KnowledgeBase, frame: Frame): Generator<{ text: string; meant: NearOutline }> {
  const { domain } = frame;
  const release = askedOf(frame);
  for (const kind of outlineKinds) {
    const { kinds } = outlineKindFacts[kind];
    const at = frameIn(kb, domain, { kinds, release }) ?? frame;
    const shown = kb.timeline(domain).at(at.release);
    for (const { id, name, aliases } of kinds.flatMap((known) => shown.objects(known))) {
      if (id === null) continue;
      const meant = { label: `${id} ${name}`, kind, id, domain, release };
      // A mistyped word of a long name is too far from the whole of it.
      const words = [name, ...aliases].flatMap((known) => known.split(" ").filter(({ length }) => length > 5));
      for (const text of [id, name, ...aliases, ...words]) yield { text, meant };
    }
  }
}

/** Where a known object stands: the first and newest of the domain's releases that have it, and other domains' newest. */
function elsewhere(kb: KnowledgeBase, frame: Frame, known: Known): Pick<MissingOutline, "said" | "near"> {
  const { kinds, many } = outlineKindFacts[known.kind];
  const domains = [frame.domain, ...kb.domains.filter((domain) => domain !== frame.domain)];
  const places = domains.flatMap((domain) => {
    const states = statesIn(kb, domain, known);
    const [first, last] = [states[0], states.at(-1)];
    if (first === undefined || last === undefined) return [];
    if (domain !== frame.domain) {
      const newest = frameIn(kb, domain, { kinds, release: null })?.release;
      return [placeOf(known, { ...last, domain, current: last.release === newest })];
    }
    const ends = first.release === last.release ? [last] : [first, last];
    return ends.map((end) => placeOf(known, { ...end, domain, current: false }));
  });
  const { domain } = frame;
  const at = frameIn(kb, domain, { kinds, release: askedOf(frame) }) ?? frame;
  const timeline = kb.timeline(domain);
  const held = timeline.heldKinds(at.release);
  const name = kb.domains.flatMap((one) => statesIn(kb, one, known)).at(-1)?.name ?? known.id;
  const newest = at.release === frame.release ? "" : `, the newest with ${many}`;
  const said = kinds.some((of) => held.has(of))
    ? `${name} is not in ${whereOf(at)}${newest}.`
    : `Nothing is known of ${many} in ${whereOf(at)}: its source has none.`;
  return { said, near: places };
}

function placeOf(
  { kind, id }: Known,
  at: { readonly domain: Domain; readonly release: AttackVersion; readonly name: string; readonly current: boolean },
): NearOutline {
  const label = `${id} ${at.name} in ${domainNames[at.domain]} ${at.release}`;
  return { label, kind, id, domain: at.domain, release: at.current ? null : at.release };
}

function statesIn(kb: KnowledgeBase, domain: Domain, { kind, id }: Known) {
  return kind === "group" ? kb.timeline(domain).states(kind, id) : statesOf(kb, domain, { kind, id });
}

/** The release that a matrix was asked for by name; null where it is the current one. */
function askedOf(frame: Frame): AttackVersion | null {
  return frame.kind === "current" ? null : frame.release;
}

/** The frame of objects of some kinds, null = the newest that has any; null where the domain has no such release. */
function frameIn(
  kb: KnowledgeBase,
  domain: Domain,
  { kinds, release }: { readonly kinds: readonly AttackKind[]; readonly release: AttackVersion | null },
): Frame | null {
  const framed = frameOfKinds(kb, { domain, kinds }, release === null ? {} : { aligned: release });
  return framed.ok ? framed.view : null;
}
