import type { AttackKind } from "../../model/attack.js";
import { hrefs } from "../hrefs.js";
import { objectKindFacts, objectKinds } from "./object-kind.js";

/** Kinds of objects whose techniques a matrix outlines, those that are meant most often first. */
export const outlineKinds = ["group", ...objectKinds] as const;
export type OutlineKind = (typeof outlineKinds)[number];

interface OutlineKindFacts {
  /** What the data calls it. */
  readonly kinds: readonly AttackKind[];
  readonly many: string;
  readonly page: (id: string, release?: string | null) => string;
}

export const outlineKindFacts: Readonly<Record<OutlineKind, OutlineKindFacts>> = {
  ...objectKindFacts,
  group: { kinds: ["group"], many: "groups", page: hrefs.group },
};
