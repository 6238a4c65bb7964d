import type { AttackKind } from "../../model/attack.js";
import { hrefs } from "../hrefs.js";

/** Kinds of ATT&CK objects whose page is made of the techniques they stand for; groups have one of their own. */
export const objectKinds = ["software", "campaign", "mitigation"] as const;
export type ObjectKind = (typeof objectKinds)[number];

export interface ObjectKindFacts {
  /** What the data calls it: software is malware or tool. */
  readonly kinds: readonly AttackKind[];
  readonly one: string;
  readonly many: string;
  /** Title of the list. */
  readonly title: string;
  /** First letter of its ids since release 4.0. */
  readonly letter: string;
  /** How it stands to its techniques, after its name. */
  readonly verb: string;
  readonly list: (release?: string | null) => string;
  readonly page: (id: string, release?: string | null) => string;
}

export const objectKindFacts = {
  software: {
    kinds: ["malware", "tool"],
    one: "software",
    many: "software entries",
    title: "Software",
    letter: "S",
    verb: "can perform",
    list: hrefs.softwareList,
    page: hrefs.software,
  },
  campaign: {
    kinds: ["campaign"],
    one: "campaign",
    many: "campaigns",
    title: "Campaigns",
    letter: "C",
    verb: "is reported to have used",
    list: hrefs.campaigns,
    page: hrefs.campaign,
  },
  mitigation: {
    kinds: ["mitigation"],
    one: "mitigation",
    many: "mitigations",
    title: "ATT&CK mitigations",
    letter: "M",
    verb: "is advised against",
    list: hrefs.mitigations,
    page: hrefs.mitigation,
  },
} as const satisfies Readonly<Record<ObjectKind, ObjectKindFacts>>;
