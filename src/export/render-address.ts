import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { movedTo } from "../site/moved.js";
import { renderReply, type Surroundings } from "../site/render.js";
import { type AnyRoute, matchRoute } from "../site/route.js";
import { fileBeside, pageFile, twinFile } from "./file-name.js";
import type { Leads } from "./leads.js";

/** A file of the export before it is written. */
export interface MadeFile {
  readonly name: string;
  readonly body: string | Uint8Array;
}

/** What every address is answered from. */
export interface RenderContext {
  readonly routes: readonly AnyRoute[];
  readonly kb: KnowledgeBase;
  readonly surroundings: Surroundings;
  readonly leads: Leads;
}

/**
 * The files of one address of the table, made as the server makes its answers: page, JSON twin, files beside it. Throws
 * where the table lists an address that it does not answer, or whose page is another's: a fault of ours.
 */
export async function renderAddress(address: string, context: RenderContext): Promise<readonly MadeFile[]> {
  const match = matchRoute(context.routes, address);
  const answered = match?.route.answer(context.kb, match.params, {});
  if (!match || !answered?.ok) throw new Error(`the table lists ${address} and does not answer it`);
  const reply = answered.view;
  const moved = movedTo(context.routes, match, { canonical: reply.canonical, path: address });
  if (moved !== null) throw new Error(`the table lists ${address}, whose page is ${moved}`);
  const page = renderReply(reply, { ...context.surroundings, leads: context.leads.on(address, context.kb) });
  const made: MadeFile[] = [
    { name: pageFile(address), body: page },
    { name: twinFile(address), body: JSON.stringify(reply.json()) },
  ];
  for (const file of match.route.files.filter((known) => !known.onDemand)) {
    const name = file.at(match.params);
    const written = name === null ? null : await reply.file(file.name, (path) => context.leads.has(path));
    if (name !== null && written !== null) made.push({ name: fileBeside(address, name), body: written.body });
  }
  return made;
}
