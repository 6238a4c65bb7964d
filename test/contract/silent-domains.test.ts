/** A domain that no defensive framework has a set of: nothing there is unanswered, nobody was asked. */
import { expect, it } from "vitest";
import type { HomeView } from "../../src/site/views/home.js";
import { replyAt } from "../reply-at.js";

const pageAt = (address: string) => replyAt(address).page();

it.each([
  ["/techniques/T1404/", "Mobile"],
  ["/techniques/T1404/?framework=veris", "Mobile"],
  ["/tactics/TA0104/", "ICS"],
  ["/techniques/ics/", "ICS"],
  ["/techniques/mobile/?standing=silent", "Mobile"],
  ["/techniques/?tactic=TA0104", "ICS"],
  ["/techniques/?platform=Android", "Mobile"],
  ["/tactics/mobile/", "Mobile"],
])("%s says so in place of a count of none", (address, domain) => {
  const { description, body } = pageAt(address);
  if (!address.startsWith("/tactics/mobile")) {
    expect(description).toContain(`No defensive framework has a set of ${domain}`);
    expect(description).not.toMatch(/\b(0|none) of\b|has a mapping/i);
  }
  expect(String(body)).toContain(`No defensive framework has a set of ${domain}`);
});

it("the list of all domains says which of them count nothing", () => {
  expect(pageAt("/techniques/").description).toMatch(
    / in at least one .*\. No defensive framework has a set of Mobile or ICS\.$/,
  );
  expect(pageAt("/techniques/enterprise/").description).not.toContain("No defensive");
});

it("a mitigation of such a domain offers no framework that could be missing", () => {
  const body = String(pageAt("/mitigations/M0800/").body);
  expect(body).toContain("No defensive framework has a set of ICS.");
  expect(body).not.toContain("Not answered by");
  expect(String(pageAt("/mitigations/M1026/").body)).toContain("Not answered by");
});

it("an Enterprise row on a Mobile id is not denied on its page", () => {
  // NIST rev5 on 16.1, row 636.
  expect(pageAt("/techniques/T1521.003/v/16.1/").description).toContain(
    "No defensive framework has a set of Mobile authored on 16.1",
  );
});

it.each([
  "/frameworks/veris/groups/action.hacking/",
  "/frameworks/kev/groups/sql_injection/",
  "/techniques/T1404/",
])("%s does not say that an entry of a threat vocabulary can help", (address) => {
  const body = String(pageAt(address).body);
  expect(body).toContain("they never count as defence");
  expect(body).not.toContain("can help");
});

it("the start counts no groups where a release's source holds none", () => {
  const { domains } = JSON.parse(JSON.stringify(replyAt("/").json())) as HomeView;
  expect(domains.map(({ domain, groups }) => [domain, groups === null])).toEqual([
    ["enterprise", false],
    ["mobile", false],
    ["ics", true],
  ]);
});
