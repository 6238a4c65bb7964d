/** The examples of query parameters in the API's description are questions that it answers. */
import { describe, expect, it } from "vitest";
import { matchRoute } from "../../src/site/route.js";
import { routes } from "../../src/site/routes.js";
import { embeddedKnowledge } from "../embedded.js";

const kb = embeddedKnowledge();

/** Addresses that have what the examples speak of: one set is scored, another has groups called AC. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  set: ["/sets/m365/07.18.2025/16.1/enterprise/", "/sets/nist_800_53/rev5/16.1/enterprise/"],
  technique: ["/techniques/T1550.001/"],
  framework: ["/frameworks/nist_800_53/"],
  // The oldest release names no platform.
  softwareListOfRelease: ["/software/v/18.1/"],
  capability: [
    "/frameworks/nist_800_53/capabilities/AC-02/",
    "/frameworks/m365/capabilities/DEF-IR-E5/",
    "/frameworks/kev/capabilities/CVE-2023-34362/",
  ],
  setCapability: [
    "/sets/kev/07.28.2025/16.1/enterprise/capabilities/CVE-2023-34362/",
    "/sets/nist_800_53/rev5/16.1/enterprise/capabilities/AC-02/",
    "/sets/m365/07.18.2025/16.1/enterprise/capabilities/DEF-IR-E5/",
  ],
};

/** What a parameter narrows must be asked for too. */
const companions: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries([
  ...["group", "software", "campaign", "mitigation"].flatMap((name) => [
    [`${name} function`, { framework: "m365" }],
    [`${name}OfRelease function`, { framework: "m365" }],
  ]),
  ["capability without-function", { without: "m365" }],
  ["setCapability without-function", { without: "m365" }],
]);

describe.each(routes.filter(({ parameters }) => parameters.length > 0))("$name", (route) => {
  const [first = ""] = route.all(kb);
  const refusalOf = (address: string, name: string, example: string) => {
    const match = matchRoute(routes, address);
    if (match === null) throw new Error(`${route.name} answers its own address`);
    const answered = match.route.answer(kb, match.params, { ...companions[`${route.name} ${name}`], [name]: example });
    return answered.ok ? answered.view.refusal() : answered.problem;
  };

  it.each(route.parameters.map(({ name, example }) => [name, example]))("%s=%s", (name, example) => {
    const refused = (addresses[route.name] ?? [first]).map((address) => refusalOf(address, name, example));
    expect(
      refused.some((refusal) => refusal === null || !/^TM40(0\d|24)$/.test(refusal.code)),
      JSON.stringify(refused),
    ).toBe(true);
  });
});
