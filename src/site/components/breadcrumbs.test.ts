import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { matchRoute } from "../route.js";
import { routes } from "../routes.js";

const kb = embeddedKnowledge();

/** The links of a page's breadcrumbs. */
function crumbsOf(path: string, query: Readonly<Record<string, string>> = {}): readonly string[] {
  const match = matchRoute(routes, path);
  const answered = match?.route.answer(kb, match.params, query);
  if (!answered?.ok) throw new Error(`${path} has no page`);
  return answered.view.page().breadcrumbs.flatMap(({ href }) => href ?? []);
}

it.each([
  ["/groups/G0016/v/14.1/", ["/groups/v/14.1/"]],
  ["/software/S0154/v/14.1/", ["/software/v/14.1/"]],
  ["/campaigns/C0024/v/14.1/", ["/campaigns/v/14.1/"]],
  ["/mitigations/M1026/v/14.1/", ["/mitigations/v/14.1/"]],
  ["/tactics/TA0008/v/14.1/", ["/tactics/?aligned=14.1", "/tactics/enterprise/v/14.1/"]],
  [
    "/techniques/T1550.001/v/14.1/",
    ["/techniques/?aligned=14.1", "/techniques/enterprise/v/14.1/", "/techniques/T1550/v/14.1/"],
  ],
])("the way back from %s stays in its release", (path, links) => {
  expect(crumbsOf(path)).toEqual(links);
  const current = path.replace(/v\/.*/, "");
  expect(crumbsOf(current)).toEqual(links.map((link) => link.replace(/v\/14\.1\/|\?.*/, "")));
});

it("an aligned technique leads back to its parent, aligned alike", () =>
  expect(crumbsOf("/techniques/T1550.001/", { aligned: "14.1" }).at(-1)).toBe("/techniques/T1550/?aligned=14.1"));
