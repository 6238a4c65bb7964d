import { number } from "../../base/counted.js";
import type { Rewording } from "../views/rewording.js";
import { typeWords } from "./mapping.js";

/** What a claim is, and what does not make another of it: wherever claims are counted. */
export const claimRule = "A claim is one capability, technique, mapping type and function";
export const sameClaimRule = "Renamed capabilities and mapping types are the same claim.";

const whatOf = {
  retyped: "with a renamed type",
  renamed: "with a renamed capability",
  respelled: "with the capability spelled otherwise",
  regrouped: "with the capability in another group",
} as const satisfies Record<Rewording["kind"], string>;

/**
 * How claims that both sets make are worded otherwise: `all with a renamed type: protects, now mitigates`; a count where
 * it is not all of them, the words where they are the same for all that have any. null where every word stayed.
 */
export function rewordingWords(kept: number, rewordings: readonly Rewording[]): string | null {
  const parts = rewordingsByKind(rewordings).map(
    ({ kind, own, claims }) => `${claims === kept ? "all" : number(claims)} ${whatOf[kind]}${change(own)}`,
  );
  return parts.length === 0 ? null : parts.join("; ");
}

/** Those of each kind that there is, with the claims that they hold of together. */
export function rewordingsByKind(rewordings: readonly Rewording[]) {
  return (Object.keys(whatOf) as Rewording["kind"][]).flatMap((kind) => {
    const own = rewordings.filter((rewording) => rewording.kind === kind);
    const claims = own.reduce((sum, rewording) => sum + rewording.claims, 0);
    return own.length === 0 ? [] : [{ kind, own, claims }];
  });
}

/** Groups have ids that mean nothing without their names. */
function change([one, ...others]: readonly Rewording[]): string {
  if (one === undefined || others.length > 0 || one.kind === "regrouped") return "";
  const words = (word: string | null) => (one.kind === "retyped" ? typeWords(word).toLowerCase() : (word ?? "none"));
  return `: ${words(one.from)}, now ${words(one.to)}`;
}
