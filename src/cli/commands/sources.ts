import { answer } from "../../site/answer.js";
import { sourcesView } from "../../site/views/sources.js";
import { homeFolder } from "../../sources/home.js";
import { loadedSources } from "../../sources/store.js";
import { openKnowledge } from "../open.js";
import type { Call } from "../program.js";
import { reply } from "../reply.js";

/** `tidemap sources`: what is loaded, and what the user's store holds. CSV: releases and sets. */
export function sources({ context }: Call): Promise<number> {
  const home = homeFolder(context.host);
  return reply(context, answer(sourcesView(openKnowledge(context))), {
    screen: async () => {
      const { renderSources } = await import("../screens/sources.js");
      return (view, screen) =>
        renderSources(view, screen, { home, loaded: loadedSources(home), now: context.host.now() });
    },
    records: ({ attack, sets }) => [
      ...attack.flatMap(({ domain, releases }) =>
        releases.map(({ version, origin, sameAs, textsLoaded }) => ({
          kind: "release",
          id: `${domain} ${version}`,
          sameAs,
          ...originOf(origin),
          textsLoaded,
        })),
      ),
      ...sets.map(({ id, origin, textsLoaded }) => ({
        kind: "set",
        id,
        sameAs: null,
        ...originOf(origin),
        textsLoaded,
      })),
    ],
  });
}

function originOf(
  origin: {
    readonly kind: string;
    readonly publisher: string;
    readonly source: string;
    readonly version: string | null;
    readonly licence: string;
    readonly sha256: string;
  } | null,
) {
  return {
    origin: origin?.kind ?? null,
    publisher: origin?.publisher ?? null,
    source: origin?.source ?? null,
    sourceVersion: origin?.version ?? null,
    licence: origin?.licence ?? null,
    sha256: origin?.sha256 ?? null,
  };
}
