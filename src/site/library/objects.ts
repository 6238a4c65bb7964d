import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Answer } from "../answer.js";
import {
  campaignFields,
  campaignListFields,
  groupFields,
  groupsFields,
  mitigationFields,
  mitigationListFields,
  softwareFields,
  softwareListFields,
} from "../fields.js";
import { type AttackObjectView, attackObjectView } from "../views/attack-object.js";
import { type AttackObjectsView, attackObjectsView } from "../views/attack-object-list.js";
import { type GroupView, groupView as viewGroup } from "../views/group.js";
import { type GroupsView, groupsView as viewGroups } from "../views/group-list.js";
import { ask, type QuestionOf, understood } from "./ask.js";

export type GroupQuestion = QuestionOf<typeof groupFields>;
export type GroupsQuestion = QuestionOf<typeof groupsFields>;
export type SoftwareQuestion = QuestionOf<typeof softwareFields>;
export type SoftwareListQuestion = QuestionOf<typeof softwareListFields>;
export type CampaignQuestion = QuestionOf<typeof campaignFields>;
export type CampaignListQuestion = QuestionOf<typeof campaignListFields>;
export type MitigationQuestion = QuestionOf<typeof mitigationFields>;
export type MitigationListQuestion = QuestionOf<typeof mitigationListFields>;

export type SoftwareView = AttackObjectView;
export type SoftwareListView = AttackObjectsView;
export type CampaignView = AttackObjectView;
export type CampaignListView = AttackObjectsView;
export type MitigationView = AttackObjectView;
export type MitigationListView = AttackObjectsView;

/**
 * A threat group in every domain that has it: techniques it is reported to use, how far each framework answers them, and with
 * `framework` those that it has no row for (`domains[].gap`).
 * Problems: TM4001, TM4002, TM4003, TM4025, TM4040, TM4041.
 */
export function groupView(kb: KnowledgeBase, question: GroupQuestion): Answer<GroupView> {
  return ask(groupFields, question, (asked) => viewGroup(kb, asked));
}

/**
 * Threat groups at a release.
 * Problems: TM4001, TM4002, TM4008.
 */
export function groupsView(kb: KnowledgeBase, question: GroupsQuestion = {}): Answer<GroupsView> {
  return understood(ask(groupsFields, question, (asked) => viewGroups(kb, asked)));
}

/**
 * Malware or a tool: techniques that it can perform, and the rest as of a group.
 * Problems: TM4001, TM4002, TM4003, TM4025, TM4042, TM4043.
 */
export function softwareView(kb: KnowledgeBase, question: SoftwareQuestion): Answer<SoftwareView> {
  return ask(softwareFields, question, (asked) => attackObjectView(kb, "software", asked));
}

/**
 * Malware and tools at a release.
 * Problems: TM4001, TM4002, TM4008.
 */
export function softwareListView(kb: KnowledgeBase, question: SoftwareListQuestion = {}): Answer<SoftwareListView> {
  return understood(ask(softwareListFields, question, (asked) => attackObjectsView(kb, "software", asked)));
}

/**
 * A campaign: techniques that it is reported to have used, and the rest as of a group.
 * Problems: TM4001, TM4002, TM4003, TM4025, TM4042, TM4043.
 */
export function campaignView(kb: KnowledgeBase, question: CampaignQuestion): Answer<CampaignView> {
  return ask(campaignFields, question, (asked) => attackObjectView(kb, "campaign", asked));
}

/**
 * Campaigns at a release.
 * Problems: TM4001, TM4002, TM4008.
 */
export function campaignListView(kb: KnowledgeBase, question: CampaignListQuestion = {}): Answer<CampaignListView> {
  return understood(ask(campaignListFields, question, (asked) => attackObjectsView(kb, "campaign", asked)));
}

/**
 * An ATT&CK mitigation: techniques that it is advised against, and the rest as of a group.
 * Problems: TM4001, TM4002, TM4003, TM4025, TM4042, TM4043.
 */
export function mitigationView(kb: KnowledgeBase, question: MitigationQuestion): Answer<MitigationView> {
  return ask(mitigationFields, question, (asked) => attackObjectView(kb, "mitigation", asked));
}

/**
 * ATT&CK mitigations at a release.
 * Problems: TM4001, TM4002, TM4008.
 */
export function mitigationListView(
  kb: KnowledgeBase,
  question: MitigationListQuestion = {},
): Answer<MitigationListView> {
  return understood(ask(mitigationListFields, question, (asked) => attackObjectsView(kb, "mitigation", asked)));
}
