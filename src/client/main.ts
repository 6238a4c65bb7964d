import { attachAll, setBehaviours } from "./attach.js";
import { attach as askWhileTyping } from "./behaviours/ask-while-typing.js";
import { attach as copyLink } from "./behaviours/copy-link.js";
import { attach as foldNarrow } from "./behaviours/fold-narrow.js";
import { attach as matrixControls } from "./behaviours/matrix-controls.js";
import { attach as matrixKeys } from "./behaviours/matrix-keys.js";
import { attach as movedPage } from "./behaviours/moved-page.js";
import { ownFile } from "./behaviours/own-file.js";
import { attach as popover } from "./behaviours/popover.js";
import { applyPreferences, attach as preferences } from "./behaviours/preferences.js";
import { attach as savePng } from "./behaviours/save-png.js";
import { attach as searchBox } from "./behaviours/search-box.js";
import { attach as searchPage } from "./behaviours/search-page.js";
import { attach as sortTable } from "./behaviours/sort-table.js";
import { answerInPlace } from "./in-place.js";
import { answerOnStaticHost } from "./on-static-host.js";
import { onSite } from "./own-file/on-site.js";
import { rememberLeft, returnWithHistory } from "./return-focus.js";

setBehaviours({
  "ask-while-typing": askWhileTyping,
  "copy-link": copyLink,
  "fold-narrow": foldNarrow,
  "matrix-controls": matrixControls,
  "matrix-keys": matrixKeys,
  "moved-page": movedPage,
  "own-file": ownFile(onSite()),
  popover,
  preferences,
  "save-png": savePng,
  "search-box": searchBox,
  "search-page": searchPage,
  "sort-table": sortTable,
});

// Before the first paint: the script blocks rendering where browsers can, so that no theme flashes by.
document.documentElement.dataset.script = "on";
applyPreferences();
answerInPlace();
rememberLeft();
returnWithHistory();

const ready = () => {
  attachAll(document);
  answerOnStaticHost();
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
else ready();
