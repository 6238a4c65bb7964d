import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { compileSets } from "../src/compile/sets.js";
import { parseUnified } from "../src/formats/unified/parse.js";
import { encodeSets } from "../src/knowledge/facts/encode.js";
import { referencesFile, setFile, stringsFile } from "../src/knowledge/facts/manifest.js";
import { decodeSet } from "../src/knowledge/facts/set-decode.js";
import { publishedSetPath } from "../src/model/published-sets.js";
import { toJson } from "../src/site/json.js";
import { matchRoute } from "../src/site/route.js";
import { routes } from "../src/site/routes.js";
import { techniqueView } from "../src/site/views/technique.js";
import { readSource } from "../src/sources/source-folder.js";
import { describeCorpus } from "./corpus/corpus.js";
import { embeddedKnowledge } from "./embedded.js";

const set = "nist_800_53/rev5/14.1/enterprise";
const row = 3576;

/** ARCHITECTURE.md follows this row through the rooms; here it is walked. */
describeCorpus("one row, from file to page", (dir) => {
  const path = publishedSetPath(set);
  const file = { path, absolute: `${dir}/mappings/published/${path.replace(/^mappings\//, "")}`, bytes: 0 };

  it("is read, parsed, compiled, encoded, decoded, viewed, and placed on a page", async () => {
    const source = readSource(file);
    const parsed = parseUnified(source.bytes, path);
    expect(parsed.value?.rows[row]).toMatchObject({
      capabilityId: "AC-16",
      attackObjectId: "T1550.001",
      mappingType: "protects",
    });

    const timelines = new Map([["enterprise", embeddedKnowledge().timeline("enterprise")] as const]);
    const [compiled] = (await compileSets([{ path, ...source }], timelines)).sets;
    if (compiled === undefined) throw new Error("the set did not compile");
    expect(compiled.origin).toMatchObject({ kind: "published", sha256: source.sha256 });

    const encoded = encodeSets([compiled], []);
    const table = (name: string) => JSON.parse(encoded.get(name) ?? "[]") as readonly string[];
    const decoded = decodeSet(encoded.get(setFile(set)) ?? "", table(stringsFile), table(referencesFile));
    expect(decoded).toEqual(compiled.facts);

    const kb = embeddedKnowledge();
    expect(kb.mapping(kb.facts(set), row, null)).toEqual(kb.mapping(decoded, row, null));

    const found = techniqueView(kb, { id: "T1550.001", attack: "14.1" });
    if (!found.ok) throw new Error(found.problem.detail);
    const mapping = found.view.mappings.find((candidate) => candidate.set === set && candidate.row === row);
    expect(mapping).toMatchObject({ capabilityId: "AC-16", function: "protect", rating: null });

    const match = matchRoute(routes, "/techniques/T1550.001/v/14.1/");
    const answer = match?.route.answer(kb, match.params, {});
    if (!answer?.ok) throw new Error("the address has no answer");
    expect(answer.view.json()).toEqual(toJson(found.view));
    const page = answer.view.page();
    expect(page.title).toContain("Application Access Token");
    expect(page.body.toString()).toContain("AC-16");
  });

  it("is told in ARCHITECTURE.md, stop by stop", () => {
    const text = readFileSync(fileURLToPath(new URL("../ARCHITECTURE.md", import.meta.url)), "utf8");
    for (const stop of text.matchAll(
      /`((?:sources|formats|rules|compile|knowledge|attack|site|server|cli)\/[\w/.-]+\.ts)`/g,
    )) {
      expect(() => readFileSync(fileURLToPath(new URL(`../src/${stop[1]}`, import.meta.url)))).not.toThrow();
    }
  });
});
