import type { AttackKind, RelationType } from "../../model/attack.js";
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
  /** What stands above the name of one. */
  readonly label: string;
  /** First letter of its ids since release 4.0. */
  readonly letter: string;
  /** How it stands to its techniques, in the data. */
  readonly relation: RelationType;
  /** The same in words, after its name. */
  readonly verb: string;
  /** Which techniques those are, after their number. */
  readonly whose: string;
  /** Title of its techniques. */
  readonly techniques: string;
  /** Which navigation entry is its home. */
  readonly section: string;
  readonly list: (release?: string | null) => string;
  readonly page: (id: string, release?: string | null) => string;
}

export const objectKindFacts = {
  software: {
    kinds: ["malware", "tool"],
    one: "software",
    many: "software entries",
    title: "Software",
    label: "Software",
    letter: "S",
    relation: "uses",
    verb: "can perform",
    whose: "that it can perform",
    techniques: "What it can do",
    section: "groups",
    list: hrefs.softwareList,
    page: hrefs.software,
  },
  campaign: {
    kinds: ["campaign"],
    one: "campaign",
    many: "campaigns",
    title: "Campaigns",
    label: "Campaign",
    letter: "C",
    relation: "uses",
    verb: "is reported to have used",
    whose: "reported of the campaign",
    techniques: "Reported of the campaign",
    section: "groups",
    list: hrefs.campaigns,
    page: hrefs.campaign,
  },
  mitigation: {
    kinds: ["mitigation"],
    one: "mitigation",
    many: "mitigations",
    title: "ATT&CK mitigations",
    label: "ATT&CK mitigation",
    letter: "M",
    relation: "mitigates",
    verb: "is advised against",
    whose: "that it is advised against",
    techniques: "Advised against",
    section: "techniques",
    list: hrefs.mitigations,
    page: hrefs.mitigation,
  },
} as const satisfies Readonly<Record<ObjectKind, ObjectKindFacts>>;

/** Name of the files of a kind's list, which stand at its address. */
export function listFilesOf(kind: ObjectKind): string {
  return objectKindFacts[kind].list().replaceAll("/", "");
}
