import type { Framework } from "../../model/framework.js";
import type { HtmlText } from "../route.js";
import type { SetRef } from "../views/set-ref.js";
import { message } from "./message.js";
import { setWords } from "./set-table.js";

/** Above what only older sets of a framework have. */
export function droppedMessage(framework: Framework, sets: readonly SetRef[]): HtmlText {
  return message(
    "warn",
    `No longer in the newest ${framework.name}`,
    `Shown is the last version that has it: ${sets.map(setWords).join("; ")}.`,
  );
}
