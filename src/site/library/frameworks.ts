import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Answer } from "../answer.js";
import {
  capabilityChangesFields,
  capabilityFields,
  capabilityGroupFields,
  frameworkFields,
  setCapabilityFields,
  setChangesFields,
  setDownloadsFields,
  setFields,
  setsFields,
} from "../fields.js";
import { type CapabilityView, capabilityView as viewCapability } from "../views/capability.js";
import { type CapabilityGroupView, capabilityGroupView as viewCapabilityGroup } from "../views/capability-group.js";
import { type FrameworkView, frameworkView as viewFramework } from "../views/framework.js";
import { type CapabilityChangesView, capabilityChangesView as viewCapabilityChanges } from "../views/object-changes.js";
import { type SetView, setView as viewSet } from "../views/set.js";
import { type SetChangesView, setChangesView as viewSetChanges } from "../views/set-changes.js";
import { type SetDownloadsView, setDownloadsView as viewSetDownloads } from "../views/set-downloads.js";
import { type SetsView, setsView as viewSets } from "../views/sets.js";
import { ask, gives, type QuestionOf, understood } from "./ask.js";

export type FrameworkQuestion = QuestionOf<typeof frameworkFields>;
export type CapabilityQuestion = QuestionOf<typeof capabilityFields>;
export type CapabilityChangesQuestion = QuestionOf<typeof capabilityChangesFields>;
export type CapabilityGroupQuestion = QuestionOf<typeof capabilityGroupFields>;
export type SetsQuestion = QuestionOf<typeof setsFields>;
export type SetQuestion = QuestionOf<typeof setFields>;
export type SetDownloadsQuestion = QuestionOf<typeof setDownloadsFields>;
export type SetChangesQuestion = QuestionOf<typeof setChangesFields>;

/**
 * One framework: its versions over ATT&CK releases, groups and capabilities.
 * Problems: TM4003, TM4008.
 */
export function frameworkView(kb: KnowledgeBase, question: FrameworkQuestion): Answer<FrameworkView> {
  return understood(ask(frameworkFields, question, (asked) => viewFramework(kb, asked)));
}

/**
 * A capability over its framework's newest sets, carried to the newest releases or to one (`aligned`); with `set` as that set has
 * it, frozen: then it takes none of `domain`, `aligned`, `carried` and `flag`.
 * Problems: TM4002, TM4003, TM4008, TM4020, TM4021, TM4022, TM4024, TM4025.
 */
export function capabilityView(kb: KnowledgeBase, question: CapabilityQuestion): Answer<CapabilityView> {
  const fields = gives(question, "set") ? setCapabilityFields : capabilityFields;
  return understood(ask(fields, question, (asked) => viewCapability(kb, asked)));
}

/**
 * What a framework's newest sets say of a capability that those before did not, and the reverse, claim by claim (`steps`).
 * Problems: TM4003, TM4020.
 */
export function capabilityChangesView(
  kb: KnowledgeBase,
  question: CapabilityChangesQuestion,
): Answer<CapabilityChangesView> {
  return ask(capabilityChangesFields, question, (asked) => viewCapabilityChanges(kb, asked));
}

/**
 * A group of capabilities over its framework's newest sets, or in one set.
 * Problems: TM4003, TM4021, TM4023.
 */
export function capabilityGroupView(kb: KnowledgeBase, question: CapabilityGroupQuestion): Answer<CapabilityGroupView> {
  return ask(capabilityGroupFields, question, (asked) => viewCapabilityGroup(kb, asked));
}

/**
 * Every mapping set that is loaded, or those that pass.
 * Problems: TM4008.
 */
export function setsView(kb: KnowledgeBase, question: SetsQuestion = {}): Answer<SetsView> {
  return understood(ask(setsFields, question, (asked) => viewSets(kb, asked)));
}

/**
 * One mapping set as authored, 100 rows a page (`page.rows`, of `page.pages`); with `aligned`, `carried` or `flag` its rows are
 * carried.
 * Problems: TM4002, TM4003, TM4005, TM4008, TM4021.
 */
export function setView(kb: KnowledgeBase, question: SetQuestion): Answer<SetView> {
  return understood(ask(setFields, question, (asked) => viewSet(kb, asked)));
}

/**
 * Which files there are of a set, by the addresses they have on a site.
 * Problems: TM4003, TM4021.
 */
export function setDownloadsView(kb: KnowledgeBase, question: SetDownloadsQuestion): Answer<SetDownloadsView> {
  return ask(setDownloadsFields, question, (asked) => viewSetDownloads(kb, asked));
}

/**
 * A set compared with an older one of its framework and domain, claim by claim.
 * Problems: TM4002, TM4003, TM4007, TM4021.
 */
export function setChangesView(kb: KnowledgeBase, question: SetChangesQuestion): Answer<SetChangesView> {
  return ask(setChangesFields, question, (asked) => viewSetChanges(kb, asked));
}
