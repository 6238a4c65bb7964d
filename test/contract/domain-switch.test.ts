/** From one domain to another the release stays where both have it, and every link leads to a page. */
import { expect, it } from "vitest";
import { bodyAt } from "../reply-at.js";

function switchOf(address: string): readonly string[] {
  const [, choices = ""] = /aria-label="Domain"[^>]*>(.*?)<\/(?:nav|div|ul)>/s.exec(bodyAt(address)) ?? [];
  return [...choices.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
}

it.each([
  [
    "/tactics/enterprise/v/14.1/",
    ["/tactics/?aligned=14.1", "/tactics/enterprise/v/14.1/", "/tactics/mobile/v/14.1/", "/tactics/ics/v/14.1/"],
  ],
  ["/tactics/mobile/", ["/tactics/", "/tactics/enterprise/", "/tactics/mobile/", "/tactics/ics/"]],
  // ICS begins with 8.0.
  [
    "/tactics/?aligned=5.0",
    ["/tactics/?aligned=5.0", "/tactics/enterprise/v/5.0/", "/tactics/mobile/v/5.0/", "/tactics/ics/"],
  ],
  [
    "/techniques/enterprise/v/14.1/?standing=silent&platform=Windows",
    [
      "/techniques/?aligned=14.1&standing=silent&platform=Windows",
      "/techniques/enterprise/v/14.1/?standing=silent&platform=Windows",
      "/techniques/mobile/v/14.1/?standing=silent",
      "/techniques/ics/v/14.1/?standing=silent",
    ],
  ],
  [
    "/matrix/enterprise/v/14.1/?function=detect&outline=G0034&framework=m365",
    [
      "/matrix/enterprise/v/14.1/?framework=m365&function=detect&outline=G0034",
      "/matrix/mobile/v/14.1/?function=detect&outline=G0034",
      "/matrix/ics/v/14.1/?function=detect&outline=G0034",
    ],
  ],
])("%s", (address, links) => {
  expect(switchOf(address)).toEqual(links);
  for (const link of links) expect(switchOf(link).length).toBe(links.length);
});
