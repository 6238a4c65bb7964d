import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../test/embedded.js";
import { domains } from "../model/domain.js";
import { type AttackVersion, parseAttackVersion } from "../model/version.js";
import { attackFactsOf } from "./attack-facts.js";

const knowledge = embeddedKnowledge();
const facts = attackFactsOf(new Map(domains.map((domain) => [domain, knowledge.timeline(domain)])));
const at = (version: string) => parseAttackVersion(version) as AttackVersion;

it("answers as the release states it, heirs included", () => {
  const release = facts.at("enterprise", at("16.1"));
  expect(release?.technique("T1053.001")).toMatchObject({ state: "revoked", heir: "T1053.002" });
  expect(release?.technique("T1550.001")).toEqual({ name: "Application Access Token", state: "active", heir: null });
  expect(release?.technique("T1521.003")).toBeNull();
  expect(facts.at("mobile", at("16.1"))?.technique("T1521.003")).toMatchObject({ state: "active" });
});

it("knows the names of an id in other releases", () => {
  expect(facts.at("enterprise", at("16.1"))?.otherNames("T1046")).toContain("Network Service Scanning");
  expect(facts.at("enterprise", at("16.1"))?.otherNames("T1046")).not.toContain("Network Service Discovery");
});

it("is null for releases that are not there", () => {
  expect(facts.at("enterprise", at("99.0"))).toBeNull();
  expect(attackFactsOf(new Map()).at("ics", at("16.1"))).toBeNull();
});
