import type { PackedFacts } from "../../knowledge/facts/packed.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { attachAll } from "../attach.js";
import type { OwnFileSurroundings } from "../behaviours/own-file.js";
import { save } from "../save.js";
import { sitePath } from "../search/search-list.js";

/** On a site: facts are fetched once, when the first file comes; pages with a person's own sets stand behind `#`. */
export function onSite(): OwnFileSurroundings {
  let latest: KnowledgeBase | null = null;
  let fetched: Promise<PackedFacts> | null = null;
  return {
    async layers(form) {
      fetched ??= fetchFacts(form.dataset.facts ?? "").catch((cause: unknown) => {
        fetched = null; // asked for again with the next file
        throw cause;
      });
      const [facts, { unpackFacts }] = await Promise.all([fetched, import("../../knowledge/facts/packed.js")]);
      return facts.map((layer) => unpackFacts(layer));
    },
    async opened(kb) {
      const isFirst = latest === null;
      latest = kb;
      if (!isFirst) return;
      const { route } = await import("../local/router.js");
      const main = document.querySelector("main");
      const [stood, title] = [[...(main?.childNodes ?? [])], document.title];
      route(() => latest ?? kb, {
        attachAll,
        save,
        home() {
          main?.replaceChildren(...stood);
          document.title = title;
        },
      });
    },
  };
}

async function fetchFacts(path: string): Promise<PackedFacts> {
  const answer = await fetch(path.startsWith("/") ? sitePath() + path : path);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return (await answer.json()) as PackedFacts;
}
