import { packFacts } from "../knowledge/facts/packed.js";
import { noFields } from "./field-lists.js";
import { hrefs } from "./hrefs.js";
import { toJson } from "./json.js";
import { checkPage } from "./pages/check.js";
import { type AnyRoute, route } from "./route.js";
import { checkView } from "./views/check.js";

/** The page that takes a person's own files, which never leave the browser. */
export const checkRoutes: readonly AnyRoute[] = [
  route({
    name: "check",
    pattern: "/check/",
    summary: "What the page that checks mapping files in the browser can do.",
    fields: noFields,
    all: () => [hrefs.check()],
    view: checkView,
    page: checkPage,
    json: toJson,
    files: [
      {
        name: "facts.json",
        type: "application/json",
        // Everything that is loaded, so that a browser can lay a file of its own over it.
        write: (_view, kb) => JSON.stringify(packFacts(kb.files)),
      },
    ],
    canonical: () => hrefs.check(),
  }),
];
