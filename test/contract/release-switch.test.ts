/** What is asked of a page is asked at another release too; what only one view knows is left behind. */
import { expect, it } from "vitest";
import { bodyAt } from "../reply-at.js";

/** Where a page's switch leads. */
function switchOf(address: string): readonly string[] {
  const [, choices = ""] = /<div class="release-switch">(.*?)<\/details>/s.exec(bodyAt(address)) ?? [];
  return [...choices.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
}

it.each([
  ["/tactics/TA0008/?framework=m365", "/tactics/TA0008/v/16.1/?framework=m365"],
  ["/groups/?q=apt", "/groups/v/16.1/?q=apt"],
  ["/software/?platform=Linux&sort=-techniques", "/software/v/16.1/?platform=Linux&sort=-techniques"],
  [
    "/frameworks/m365/capabilities/DEF-IR-E5/?function=detect",
    "/frameworks/m365/capabilities/DEF-IR-E5/?aligned=16.1&function=detect",
  ],
  [
    "/frameworks/kev/capabilities/CVE-2023-34362/?without=m365&without-function=detect",
    "/frameworks/kev/capabilities/CVE-2023-34362/?aligned=16.1&without=m365&without-function=detect",
  ],
  [
    "/sets/m365/07.18.2025/16.1/enterprise/?function=detect",
    "/sets/m365/07.18.2025/16.1/enterprise/?aligned=19.0&function=detect",
  ],
  [
    "/sets/m365/07.18.2025/16.1/enterprise/?aligned=19.0&function=detect&carried=unchanged",
    "/sets/m365/07.18.2025/16.1/enterprise/?function=detect",
  ],
  [
    "/frameworks/m365/capabilities/DEF-IR-E5/?carried=unchanged&function=detect",
    "/sets/m365/07.18.2025/16.1/enterprise/capabilities/DEF-IR-E5/?function=detect",
  ],
  ["/groups/G0016/?framework=m365", "/groups/G0016/v/16.1/?framework=m365"],
  ["/techniques/T1550.001/?framework=m365", "/techniques/T1550.001/v/16.1/?framework=m365"],
])("%s leads to %s", (address, link) => {
  expect(switchOf(address)).toContain(link);
  expect(bodyAt(link)).not.toContain('class="message" data-tone="warn"');
});
