import type { SearchView } from "../../site/views/search.js";
import { searchSentence } from "../../site/words/search.js";
import { documentOf, paragraph } from "../layout/document.js";
import type { Screen } from "../layout/screen.js";
import { table } from "../layout/table.js";

/** Hits, best first, each with what matched where its name does not show it. */
export function renderSearch(view: SearchView, screen: Screen): string {
  const { hits, matching, q } = view;
  const rest = matching - hits.length;
  return documentOf([
    paragraph(screen, searchSentence(view)),
    view.moved === null ? null : paragraph(screen, `That address is now ${view.moved}`),
    hits.length === 0
      ? paragraph(screen, q.trim() === "" ? "" : "Try fewer words, another spelling, or an id.")
      : table<SearchView["hits"][number]>({
          screen,
          rows: hits,
          columns: [
            { title: "Kind", kind: "words", cell: ({ entry }) => entry.kind.replace("-", " ") },
            { title: "Id", kind: "id", cell: ({ entry }) => entry.id.trim() },
            { title: "Name", kind: "text", cell: ({ entry }) => (entry.name === entry.id ? "" : entry.name) },
            { title: "Of", kind: "text", cell: ({ entry }) => entry.framework ?? entry.context },
            {
              title: "Note",
              kind: "text",
              cell: ({ entry, why }) =>
                [entry.note, why.field === "also" || why.field === "was" ? `${why.field} ${why.text}` : null]
                  .filter(Boolean)
                  .join("; "),
            },
          ],
        }),
    rest > 0 ? paragraph(screen, `${rest} more: add a word, or --kind.`) : null,
  ]);
}
