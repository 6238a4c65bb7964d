import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { nearest } from "../../knowledge/suggest.js";
import { type Domain, domainNames } from "../../model/domain.js";
import type { OriginKind } from "../../model/origin.js";
import { type AttackVersion, compareVersions, parseAttackVersion } from "../../model/version.js";
import { type Answer, answer, problem } from "../answer.js";

/** Which rows a view shows: newest sets on the newest release, newest sets on a given one, or sets as authored on one. */
export type FrameKind = "current" | "aligned" | "as-authored";

/** Which release is shown, which rows with it, and what else could be. */
export interface Frame {
  readonly kind: FrameKind;
  readonly domain: Domain;
  /** The release whose objects are shown. */
  readonly release: AttackVersion;
  /** The earlier release that `release` repeats without change; null where it has content of its own. */
  readonly sameAs: AttackVersion | null;
  readonly origin: OriginKind;
  /** The newest release that is loaded for the domain. */
  readonly newest: AttackVersion;
  /** Every release with content of its own that may be shown instead, newest first. */
  readonly releases: readonly AttackVersion[];
  /** Releases that do not hold the object shown, newest first; none where a view is of no one object. */
  readonly absent: readonly AttackVersion[];
}

/** What a question may say about time: `attack` = as authored on, `aligned` = carried to; at most one of them. */
export interface FrameQuestion {
  readonly attack?: string | undefined;
  readonly aligned?: string | undefined;
}

/** The frame of a question in one domain; a problem for two releases at once, or one that is not loaded. */
export function frameOf(kb: KnowledgeBase, domain: Domain, question: FrameQuestion): Answer<Frame> {
  const { attack, aligned } = question;
  if (attack !== undefined && aligned !== undefined) {
    return problem(400, "TM4001", {
      title: "Two releases asked at once",
      detail: `"as authored on ${attack}" and "aligned to ${aligned}" are different questions; ask one of them.`,
    });
  }
  const asked = attack ?? aligned;
  if (asked === undefined) return answer(frameAt(kb, domain, { kind: "current", release: kb.newestRelease(domain) }));
  const release = parseAttackVersion(asked);
  if (release === null || kb.timeline(domain).resolve(release) === null) return unknownRelease(kb, domain, asked);
  return answer(frameAt(kb, domain, { kind: attack === undefined ? "aligned" : "as-authored", release }));
}

/**
 * The same of a question about a release's objects: the newest sets are aligned to it, since most releases have no rows of
 * their own.
 */
export function alignedFrameOf(kb: KnowledgeBase, domain: Domain, question: FrameQuestion): Answer<Frame> {
  const framed = frameOf(kb, domain, question);
  return framed.ok && framed.view.kind === "as-authored" ? answer({ ...framed.view, kind: "aligned" }) : framed;
}

/** Frames over several domains: of those that have the release asked for; a problem only where none has. */
export function framesOf(
  domains: readonly Domain[],
  frameIn: (domain: Domain) => Answer<Frame>,
): Answer<readonly Frame[]> {
  const framed = domains.map(frameIn);
  const frames = framed.flatMap((one) => (one.ok ? one.view : []));
  const refused = framed.find((one) => !one.ok);
  return frames.length === 0 && refused !== undefined ? refused : answer(frames);
}

function frameAt(kb: KnowledgeBase, domain: Domain, at: { kind: FrameKind; release: AttackVersion }): Frame {
  const { kind, release } = at;
  const content = kb.timeline(domain).resolve(release) ?? release;
  const origin = kb.releases(domain).find(({ version }) => version === content)?.origin?.kind ?? "published";
  const sameAs = content === release ? null : content;
  const releases = kb.timeline(domain).releases.toReversed();
  return { kind, domain, release, sameAs, origin, newest: kb.newestRelease(domain), releases, absent: [] };
}

function unknownRelease(kb: KnowledgeBase, domain: Domain, asked: string) {
  const releases = kb.releases(domain).map(({ version }) => version);
  const newest = kb.newestRelease(domain);
  const near = nearReleases(releases, asked);
  const hint = near.length > 0 ? ` Did you mean ${near.join(", ")}?` : "";
  return problem(404, "TM4002", {
    title: "ATT&CK release not loaded",
    detail: `${asked} is not among the ${domainNames[domain]} releases that are loaded: ${releases[0]} to ${newest}.${hint}`,
  });
}

/** The releases before and after a number that is none of them, then those spelled nearly so. */
function nearReleases(releases: readonly AttackVersion[], asked: string): readonly string[] {
  const spelled = nearest(asked, releases);
  const number = parseAttackVersion(asked);
  if (number === null) return spelled;
  const before = releases.findLast((release) => compareVersions(release, number) < 0);
  const after = releases.find((release) => compareVersions(release, number) > 0);
  const near = [before, after].filter((release) => release !== undefined);
  return [...new Set([...near, ...spelled])];
}

/** A frame whose release menu lists only releases that hold an object: no link leads to a page that says "not here". */
export function frameOfObject(frame: Frame, held: readonly { readonly release: AttackVersion }[]): Frame {
  const releases = new Set(held.map(({ release }) => release));
  const holds = (release: AttackVersion) => releases.has(release);
  return {
    ...frame,
    releases: frame.releases.filter(holds),
    absent: frame.releases.filter((release) => !holds(release)),
  };
}
