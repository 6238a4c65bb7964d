import { describe, expect, it } from "vitest";
import { capabilityKey, capabilitySlug, nameFromId } from "./capability.js";

describe("capabilityKey", () => {
  it.each([
    ["nist_800_53", "AC-2", "AC-02"],
    ["nist_800_53", " ac-2 ", "AC-02"],
    ["nist_800_53", "AC 02", "AC-02"],
    ["m365", "DEF-SecScore-E3", "def-ssco-e3"],
    ["azure", "azure_sentinel", "microsoft_sentinel"],
    ["gcp", "identityplatform", "identity_platform"],
    ["veris", "action.hacking.variety.MitM", "action.hacking.variety.AiTM"],
    ["veris", "Action.Hacking.Variety.CSRF", "action.hacking.variety.CSRF"],
  ])("%s: %s is %s", (framework, one, other) =>
    expect(capabilityKey(framework, one)).toBe(capabilityKey(framework, other)));

  it("keeps apart what differs by more than spelling", () => {
    expect(capabilityKey("nist_800_53", "AC-2")).not.toBe(capabilityKey("nist_800_53", "AC-20"));
    expect(capabilityKey("kev", "CVE-2021-01")).not.toBe(capabilityKey("kev", "CVE-2021-1"));
  });
});

it.each([
  ["I&S-05", "I%26S-05"],
  ["action.malware.variety.Capture stored data", "action.malware.variety.Capture_stored_data"],
  ["a/b", "a~b"],
  ["AC-4 ", "AC-4"],
])("capabilitySlug of %s is %s", (id, slug) => expect(capabilitySlug(id)).toBe(slug));

it.each([
  ["action.hacking.variety.Use of stolen creds", "Use of stolen creds"],
  ["attribute.confidentiality.data_disclosure", "data_disclosure"],
  ["action.social.variety.E.g. a call", "E.g. a call"],
])("nameFromId of %s is %s", (id, name) => expect(nameFromId(id)).toBe(name));
