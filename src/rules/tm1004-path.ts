import type { RuleContext } from "./context.js";
import type { Rule } from "./rule.js";

export const pathDisagrees: Rule = {
  code: "TM1004",
  severity: "warning",
  title: "folder or file name disagrees with the metadata",
  explanation:
    "Published files stand at framework/attack-VERSION/framework-VERSION/domain/ and are named framework-VERSION_attack-VERSION-domain. A file that was copied to start a new set often keeps the old name or the old metadata. The metadata count. Files that are not named in this way are not compared.",
  example: "own-1.0_attack-16.1-mobile.json with technology_domain enterprise",
  fix: null,
  scope: "file",
  *check(context) {
    const parts = partsOf(context);
    if (parts === null) return;
    const { framework, frameworkVersion, attack, domain } = parts;
    const stem = `${framework}-${frameworkVersion}_attack-${attack}-${domain}`;
    const segments = context.path.split(/[\\/]/);
    const name = segments.pop() ?? "";
    // Artefacts append what they are (`_json`), and copies a number.
    if (/_attack-\d/.test(name) && !(name.startsWith(stem) && /^[._]/.test(name.slice(stem.length)))) {
      yield { pointer: "", row: null, message: `The file is named ${name}; by its metadata it is ${stem}.` };
    }
    const at = segments.findIndex((segment) => /^attack-\d/.test(segment));
    if (at < 1) return;
    const expected = [framework, `attack-${attack}`, `${framework}-${frameworkVersion}`, domain];
    const folders = segments.slice(at - 1, at + 3);
    const wrong = folders.findIndex((folder, index) => folder !== expected[index]);
    if (wrong < 0) return;
    yield {
      pointer: "",
      row: null,
      message: `The file stands in ${folders.join("/")}; by its metadata it belongs in ${expected.join("/")}.`,
    };
  },
};

function partsOf({ metadata, framework, domain, version }: RuleContext): {
  readonly framework: string;
  readonly frameworkVersion: string;
  readonly attack: string;
  readonly domain: string;
} | null {
  const frameworkVersion = (metadata.mappingFrameworkVersion ?? "").trim().replaceAll("/", ".");
  if (framework === "" || frameworkVersion === "" || domain === null || version === null) return null;
  return { framework, frameworkVersion, attack: version, domain };
}
