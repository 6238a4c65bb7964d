import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import type { Domain } from "../../model/domain.js";
import type { Answer } from "../answer.js";
import type { Query } from "../route.js";
import { attackObjectsView } from "./attack-object-list.js";
import type { Frame } from "./frame.js";
import { groupsView } from "./group-list.js";
import { tacticsView } from "./tactics.js";
import { techniquesView } from "./techniques.js";

const kb = embeddedKnowledge();

const domainsOf = <View>(
  answered: Answer<View>,
  framesIn: (view: View) => readonly Frame[],
): readonly Domain[] | string =>
  answered.ok ? framesIn(answered.view).map(({ domain }) => domain) : answered.problem.code;

const lists: Readonly<Record<string, (question: Query) => readonly Domain[] | string>> = {
  techniques: (question) => domainsOf(techniquesView(kb, question), ({ views }) => views),
  tactics: (question) => domainsOf(tacticsView(kb, question), ({ domains }) => domains.map(({ view }) => view)),
  groups: (question) => domainsOf(groupsView(kb, question), ({ views }) => views),
  software: (question) => domainsOf(attackObjectsView(kb, "software", question), ({ views }) => views),
};

describe.each(Object.entries(lists))("the list of %s over all domains", (_name, listed) => {
  it("shows the domains that have the release", () => {
    expect(listed({ aligned: "16.1" })).toEqual(["enterprise", "mobile", "ics"]);
    expect(listed({ aligned: "5.0" })).toEqual(["enterprise", "mobile"]);
  });

  it("is refused only where none has it", () => expect(listed({ aligned: "99" })).toBe("TM4002"));
});
