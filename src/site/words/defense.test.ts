import { expect, it } from "vitest";
import { bodyAt, replyAt } from "../../../test/reply-at.js";

it("a technique's page has threat sets last; its answer has all by framework id", () => {
  const address = "/techniques/T1190/";
  const sections = [...bodyAt(address).matchAll(/<section[^>]* id="(\w+)-[^"]*-enterprise"/g)].map(([, id]) => id);
  expect(sections.slice(-3)).toEqual(["nist", "kev", "veris"]);
  const { frameworks } = replyAt(address).json() as { readonly frameworks: readonly { readonly framework: string }[] };
  const ids = frameworks.map(({ framework }) => framework);
  expect(ids).toEqual([...ids].sort());
});
