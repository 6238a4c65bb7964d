import { number } from "../../base/counted.js";
import { objectHead } from "../components/object-head.js";
import { section } from "../components/section.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { Page } from "../route.js";
import type { CheckView } from "../views/check.js";

/** A place for one's own mapping files; without a script it says how the command line does the same. */
export function checkPage({ rules, formats }: CheckView): Page {
  const written = formats.filter(({ writes }) => writes).map(({ title }) => title);
  return {
    title: "Check a mapping file",
    description: `Checks mapping files by ${number(rules)} rules, shows them beside the published sets and converts them, in the browser alone.`,
    body: html`${objectHead({ kind: "Nothing leaves this browser", title: "Check a mapping file" })}<div class="prose"><p>Drop mapping files here: unified JSON or YAML, rows as CSV, Excel or JSON Lines, a STIX bundle of ours, or what was published before the unified format. ${number(rules)} rules look through them; then read them beside the published sets, or save them as ${written.join(", ")}.</p></div><form class="own-file" data-behaviour="own-file" data-facts="${hrefs.check()}facts.json"><label class="drop"><span class="button">Choose files</span> <span>or drop them here</span><input type="file" name="files" multiple accept=".json,.yaml,.yml,.csv,.tsv,.xlsx,.jsonl"></label><output class="note" aria-live="polite"></output></form><noscript><p class="note">This page needs its script, since files are not sent anywhere. The commands below do the same.</p></noscript><div data-own-file-results></div>${section(
      {
        title: "On the command line",
        body: html`<div class="prose"><pre><code>npx tidemap validate mapping.json
npx tidemap convert mapping.json --to csv,xlsx,stix --out converted
npx tidemap compile --from my-mappings   # into your store: then every page shows them</code></pre></div>`,
      },
    )}`,
    breadcrumbs: [{ label: "Check a mapping file", href: null }],
    section: null,
  };
}
