import {
  type FactFiles,
  factFilesOf,
  type Manifest,
  manifestFile,
  stixIdsFile,
} from "../../knowledge/facts/manifest.js";
import { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { answerAddress, answerFile, type SinglePage } from "./answer-address.js";

let opened: Promise<KnowledgeBase> | null = null;

/**
 * What a server would answer to a question in an address, on a host that only sends files: made of the facts beside the pages,
 * by the same views and pages. `base` stands before every path of ours. Rejects where the facts cannot be had.
 */
export async function answerOnStaticHost(address: URL, base: string): Promise<SinglePage | null> {
  const answer = answerAddress(await knowledge(base), own(address, base), base);
  return "moved" in answer ? null : answer;
}

/** A file of what is shown, as a server would write it. */
export async function fileOnStaticHost(address: URL, base: string): ReturnType<typeof answerFile> {
  return answerFile(await knowledge(base), own(address, base));
}

function own(address: URL, base: string): URL {
  return new URL(address.pathname.slice(base.length) + address.search, address);
}

function knowledge(base: string): Promise<KnowledgeBase> {
  opened ??= fetchFacts(`${base}/facts/`)
    .then((facts) => new KnowledgeBase([facts]))
    .catch((cause: unknown) => {
      opened = null; // asked for again with the next question
      throw cause;
    });
  return opened;
}

/** All but the STIX ids, which no page needs. */
async function fetchFacts(folder: string): Promise<FactFiles> {
  const text = async (name: string) => {
    const answer = await fetch(folder + name);
    if (!answer.ok) throw new Error(`${name} answers ${answer.status}`);
    return answer.text();
  };
  const manifest = await text(manifestFile);
  const parsed = JSON.parse(manifest) as Manifest;
  const ids = new Set(parsed.attack.map(({ domain }) => stixIdsFile(domain)));
  const names = factFilesOf(parsed).filter((name) => name !== manifestFile && !ids.has(name));
  const files = new Map([[manifestFile, manifest]]);
  await Promise.all(names.map(async (name) => files.set(name, await text(name))));
  return {
    text(name) {
      const found = files.get(name);
      if (found === undefined) throw new Error(`no fact file is called ${JSON.stringify(name)}`);
      return found;
    },
  };
}
