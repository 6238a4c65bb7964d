import { counted, number } from "../../base/counted.js";
import type { CarriedClass } from "../../model/attack.js";
import { domainNames } from "../../model/domain.js";
import type { SetView } from "../views/set.js";
import type { SetCarried } from "../views/set-carried.js";
import { carriedWords } from "./mapping.js";

/** The answer in one sentence, for the page and the terminal. */
export function setSentence(view: SetView): string {
  const { set, counts, framework, carried } = view;
  if (carried !== null) return carriedSentence(view, carried);
  const verb = `${framework.side === "threat" ? "tie" : "map"}${counts.mappable === 1 ? "s" : ""}`;
  const where = `ATT&CK ${set.attackVersion} ${domainNames[set.domain]}`;
  const all = counted(counts.techniques, "technique");
  const techniques = !counts.notInRelease
    ? `${all} of ${where}${counts.notInRelease === null ? ", which is not loaded" : ""}`
    : `${all}, ${number(counts.techniques - counts.notInRelease)} of them active in ${where}`;
  const none =
    counts.nonMappable === 0
      ? "none says that nothing fits"
      : `${counted(counts.nonMappable, "row")} ${counts.nonMappable === 1 ? "says" : "say"} that nothing fits`;
  return `${counted(counts.mappable, "row")} ${verb} ${counted(counts.capabilitiesMapped, "capability", "capabilities")} to ${techniques}; ${none}.`;
}

/** What carrying did to the rows, in one sentence, for the page and the terminal. */
export function carriedSentence({ set, counts }: SetView, carried: SetCarried): string {
  const of = (wanted: CarriedClass) => carried.classes.find((known) => known.class === wanted)?.rows ?? 0;
  const same = of("unchanged");
  const others = carried.classes
    .filter((known) => known.class !== "unchanged")
    .map((known) => `${number(known.rows)} ${carriedWords[known.class]}`);
  const changed = others.length === 0 ? "" : `; ${others.join(", ")}`;
  return `Of ${counted(counts.rows, "row")} authored on ATT&CK ${set.attackVersion} ${domainNames[set.domain]}, ${number(same)} ${same === 1 ? "keeps" : "keep"} id and name of their technique at ${carried.to}${changed}.`;
}
