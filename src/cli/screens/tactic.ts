import { counted } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import type { TacticView } from "../../site/views/tactic.js";
import { borrowedWords, tacticSentence } from "../../site/words/tactic.js";
import { documentOf, headOf, labelled, paragraph, titled } from "../layout/document.js";
import type { Screen } from "../layout/screen.js";
import type { Detail } from "../options.js";
import { descriptionSection, frameText, historyLines, reachSection, techniqueTable } from "./parts.js";

/** A tactic of one release: what its id meant over time, how far frameworks answer it, its techniques. */
export function renderTactic(view: TacticView, screen: Screen, detail: Detail): string {
  const { tactic, names, reach, techniques, history, tactics } = view;
  const meanings = names.map(({ name, from, to }) => `${name} ${from === to ? from : `${from} – ${to}`}`);
  const borrowed = borrowedWords(view);
  return documentOf([
    headOf(screen, {
      id: tactic.id,
      name: tactic.name,
      facts: [
        `Tactic · ${domainNames[tactic.domain]} ${view.view.release}${tactic.state === "active" ? "" : ` · ${tactic.state}`}`,
        names.length < 2 ? null : `The id meant: ${meanings.join("; ")}`,
        tactic.url,
      ],
    }),
    borrowed === null ? null : paragraph(screen, borrowed),
    [...paragraph(screen, tacticSentence(view)), ...paragraph(screen, frameText(view.view))],
    detail.texts ? descriptionSection(screen, tactic.description, view.view) : null,
    view.totals.techniques === 0 ? null : titled(screen, { title: "Reach" }, reachSection(screen, reach)),
    techniques.length === 0
      ? null
      : titled(
          screen,
          { title: "Techniques", meta: counted(techniques.length, "technique") },
          techniqueTable(screen, techniques),
        ),
    [
      ...labelled(screen, "Matrix", tactics.map(({ id, name }) => `${id} ${name}`).join("; ")),
      ...historyLines(screen, history),
    ],
  ]);
}
