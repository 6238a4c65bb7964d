import { counted, number } from "../../base/counted.js";
import { wordList } from "../../base/word-list.js";
import { domainNames } from "../../model/domain.js";
import type { Mapping } from "../../model/mapping.js";
import type { CapabilityView } from "../views/capability.js";
import type { Exposure } from "../views/exposure.js";
import { mostWords } from "./reach.js";

/** The answer in one sentence, for the page and the terminal. */
export function capabilitySentence(view: CapabilityView): string {
  const { exposure, framework, nonMappable, page, capability } = view;
  const name = capability.name ?? capability.id;
  if (page.all === 0) {
    // Sets of other domains, that are left out, may say more.
    const shown = view.view.sets.map(({ domain }) => domainNames[domain]);
    const where = view.view.lacking.length === 0 ? "" : ` of ${wordList(shown, "or")}`;
    return nonMappable.length > 0
      ? `Its authors say that ${name} addresses no technique${where}.`
      : `No row of this framework maps ${name} to a technique${where}.`;
  }
  const verb = framework.side === "threat" ? "is mapped to" : "reaches";
  if (exposure.length === 0) return `${name} ${verb} ${unplacedWords(view)}.`;
  const reached = exposure.filter((entry) => !isDeclared(view, entry)).map(reachWords);
  const declared = exposure.filter((entry) => isDeclared(view, entry)).map(({ domain }) => domainNames[domain]);
  const none = declared.length === 0 ? null : `for ${wordList(declared, "and")} its authors declare it non-mappable`;
  return `${[`${name} ${verb} ${reached.join("; ")}`, aloneWords(view), defenseWords(view), none].filter((part) => part !== null).join("; ")}.`;
}

/** `3 techniques of ATT&CK 19.1 Enterprise, which is not loaded`: of how many, and in which tactics, nobody can say. */
function unplacedWords({ view, versions }: CapabilityView): string {
  const [set] = view.sets;
  const own = versions.find((version) => version.set.id === set?.id);
  const where = set === undefined ? "a release" : `ATT&CK ${set.attackVersion} ${domainNames[set.domain]}`;
  return `${counted(own?.techniques ?? 0, "technique")} of ${where}, which is not loaded`;
}

/** `2 of 697 techniques of Enterprise 19.0, in 1 of 15 tactics` */
function reachWords({ reached, active, domain, release, tactics }: Exposure): string {
  const techniques = `${number(reached)} of ${counted(active, "technique")} of ${domainNames[domain]} ${release}`;
  const own = tactics.filter((tactic) => tactic.reached.length > 0).length;
  return reached === 0 ? techniques : `${techniques}, in ${number(own)} of ${counted(tactics.length, "tactic")}`;
}

/** What rests on the capability alone; null where it reaches nothing that could. */
function aloneWords({ exposure, restsOnThisAlone, framework }: CapabilityView): string | null {
  if (exposure.every(({ reached }) => reached === 0)) return null;
  const alone = restsOnThisAlone.length;
  return alone === 0
    ? `on none of them is it the only ${framework.shortName} entry`
    : `on ${number(alone)} of them no other ${framework.shortName} entry has a row`;
}

/** Of a threat: who answers most of the techniques of its first domain; null of a defence, and where there is nothing to answer. */
function defenseWords({ defense }: CapabilityView): string | null {
  const reached = defense.filter(({ techniques }) => techniques.length > 0);
  const [first] = reached;
  if (first === undefined) return null;
  const domain = domainNames[first.view.domain];
  if (first.reach.length === 0) return `no defensive framework has a set of ${domain}`;
  const most = mostWords(first.reach) ?? "no defensive framework has a row on any of them";
  return reached.length === 1 ? most : `in ${domain}, ${most}`;
}

/** True where all that the domain's set says of it is that no technique fits: a statement, unlike a row without heir. */
export function isDeclared({ nonMappable, stranded }: CapabilityView, { domain, reached }: Exposure): boolean {
  const isOwn = (row: Mapping) => row.domain === domain;
  return reached === 0 && nonMappable.some(isOwn) && !stranded.some(isOwn);
}

/** What is left out because its domain has no such release; null where nothing is. For the page and the terminal. */
export function lackingWords({ view }: CapabilityView): string | null {
  if (view.lacking.length === 0) return null;
  const names = wordList(
    view.lacking.map((domain) => domainNames[domain]),
    "or",
  );
  return `No release ${view.release} of ${names} is loaded: what its sets say is left out.`;
}

/** Which rows are shown, for the page and the terminal. */
export function rowsWords({ view, stranded }: CapabilityView): string {
  if (view.kind === "as-authored") return "Rows as published, on the release they were written for.";
  const to = view.kind === "aligned" ? `ATT&CK ${view.release}` : "the newest ATT&CK release";
  const which = view.dropped ? "last sets that have it" : "newest sets";
  const lost =
    stranded.length === 0
      ? ""
      : `; ${number(stranded.length)} ${stranded.length === 1 ? "stands" : "stand"} on no technique there`;
  return `Rows of the ${which}, each carried to ${to} along its technique’s lineage${lost}.`;
}
