import { counted, number } from "../../base/counted.js";
import { shownDay } from "../../model/day.js";
import { domainNames } from "../../model/domain.js";
import type { SourcesView } from "../../site/views/sources.js";
import { sourcesSentence } from "../../site/words/sources.js";
import type { LoadedSource } from "../../sources/store.js";
import { documentOf, paragraph, titled } from "../layout/document.js";
import type { Screen } from "../layout/screen.js";
import { table } from "../layout/table.js";

/** The user's store, beside what the view knows of it. */
interface StoreState {
  readonly home: string;
  readonly loaded: readonly LoadedSource[];
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
}

/** Releases and sets with their origins, then what the store has loaded, from where, how long ago. */
export function renderSources(view: SourcesView, screen: Screen, store: StoreState): string {
  return documentOf([
    paragraph(screen, sourcesSentence(view)),
    ...view.attack.map(({ domain, releases }) =>
      titled(
        screen,
        { title: `ATT&CK ${domainNames[domain]}`, meta: counted(releases.length, "release") },
        table<(typeof releases)[number]>({
          screen,
          rows: releases,
          columns: [
            { title: "Release", kind: "id", cell: ({ version }) => version },
            {
              title: "Origin",
              kind: "words",
              cell: ({ origin, sameAs }) => origin?.kind ?? `same as ${sameAs ?? "another"}`,
            },
            { title: "Source", kind: "text", cell: ({ origin }) => origin?.source ?? "" },
            { title: "Licence", kind: "text", cell: ({ origin }) => origin?.licence ?? "" },
            { title: "Texts", kind: "words", cell: ({ textsLoaded }) => (textsLoaded ? "loaded" : "") },
          ],
        }),
      ),
    ),
    titled(
      screen,
      { title: "Mapping sets", meta: counted(view.sets.length, "set") },
      table<SourcesView["sets"][number]>({
        screen,
        rows: view.sets,
        columns: [
          { title: "Set", kind: "id", cell: ({ id }) => id },
          { title: "Origin", kind: "words", cell: ({ origin }) => origin.kind },
          { title: "Publisher", kind: "text", cell: ({ origin }) => origin.publisher },
          { title: "Licence", kind: "words", cell: ({ origin }) => origin.licence },
          { title: "Updated", kind: "words", cell: ({ updated }) => shownDay(updated) ?? "" },
          { title: "Texts", kind: "words", cell: ({ textsLoaded }) => (textsLoaded ? "loaded" : "") },
        ],
      }),
    ),
    storeSection(screen, store),
  ]);
}

function storeSection(screen: Screen, { home, loaded, now }: StoreState): readonly string[] {
  if (loaded.length === 0)
    return paragraph(screen, `No texts are in your store ${home}: tidemap pull loads descriptions and comments.`);
  return (
    titled(
      screen,
      { title: "Your store", meta: home },
      table<LoadedSource>({
        screen,
        rows: loaded,
        columns: [
          { title: "Part", kind: "id", cell: ({ shelf }) => shelf },
          { title: "Texts", kind: "number", cell: ({ records }) => number(records) },
          { title: "Loaded", kind: "words", cell: ({ loadedAt }) => age(now - loadedAt) },
          { title: "From", kind: "text", cell: ({ source }) => source },
        ],
      }),
    ) ?? []
  );
}

const dayMs = 86_400_000;

function age(ms: number): string {
  const days = Math.floor(ms / dayMs);
  return days < 1 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
}
