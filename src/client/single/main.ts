/** The whole explorer in one file: the facts stand in the page, and the same views and pages answer as on a server. */
import { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { searchIndexOf } from "../../knowledge/search.js";
import { hitContext, searchResults } from "../../site/pages/search.js";
import { searchAnswer } from "../../site/views/search.js";
import { attachAll, setBehaviours } from "../attach.js";
import { attach as copyLink } from "../behaviours/copy-link.js";
import { attach as foldNarrow } from "../behaviours/fold-narrow.js";
import { attach as matrixKeys } from "../behaviours/matrix-keys.js";
import { ownFile } from "../behaviours/own-file.js";
import { attach as popover } from "../behaviours/popover.js";
import { applyPreferences, attach as preferences } from "../behaviours/preferences.js";
import { attach as searchBox } from "../behaviours/search-box.js";
import { attach as sortTable } from "../behaviours/sort-table.js";
import { route } from "../local/router.js";
import { rememberLeft, returnFocus } from "../return-focus.js";
import { save } from "../save.js";
import { searchWith } from "../search/search-list.js";
import { factsInPage } from "./facts.js";

const facts = factsInPage();
setBehaviours({
  "copy-link": copyLink,
  "fold-narrow": foldNarrow,
  "matrix-keys": matrixKeys,
  "own-file": ownFile({
    layers: async () => [await facts],
    async opened(fresh) {
      kb = fresh;
    },
  }),
  popover,
  preferences,
  "search-box": searchBox,
  "sort-table": sortTable,
});
document.documentElement.dataset.script = "on";
applyPreferences();

let kb = new KnowledgeBase([await facts]);
searchWith(async () => ({
  index: searchIndexOf(kb),
  view: searchAnswer,
  results: searchResults,
  context: hitContext,
}));
const header = document.querySelector("header");
if (header) attachAll(header);
route(() => kb, { attachAll, save, returnFocus });
rememberLeft();
