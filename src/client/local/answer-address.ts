import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { breadcrumbs } from "../../site/components/breadcrumbs.js";
import { nothingAt } from "../../site/nothing-at.js";
import { resolveOldAddress } from "../../site/old-addresses.js";
import { problemPage } from "../../site/pages/problem.js";
import { placeLinks } from "../../site/place-links.js";
import { queryOf } from "../../site/query.js";
import { matchFile, matchRoute, type Page } from "../../site/route.js";
import { routes } from "../../site/routes.js";

/** Before every path of ours: addresses stand behind the file's own. */
export const base = "#";

/** A page as it stands in the one file. */
export interface SinglePage {
  readonly title: string;
  /** Content of `<main>`, its links leading into this file. */
  readonly content: string;
  readonly section: string | null;
}

/** The path that an address of an older site has now, or the page of a path. */
export function answerAddress(kb: KnowledgeBase, address: URL, before = base): SinglePage | { readonly moved: string } {
  const path = address.pathname;
  const match = matchRoute(routes, path);
  const query = match === null ? {} : queryOf(address.searchParams, match.route.parameters);
  const answered = match?.route.answer(kb, match.params, query);
  if (answered?.ok) return placed(answered.view.page(), before);
  const moved = resolveOldAddress(kb, path, Object.fromEntries(address.searchParams))?.href;
  if (moved) return { moved };
  return placed(problemPage(answered?.problem ?? nothingAt(path, kb)), before);
}

/** A file that a path names, as the server would send it; null for any other path, and where the server would refuse. */
export async function answerFile(kb: KnowledgeBase, address: URL) {
  const api = /^\/api\/v1(\/.*)/.exec(address.pathname)?.[1];
  const filed = matchFile(routes, address.pathname);
  const match = filed?.match ?? (api === undefined ? null : matchRoute(routes, api));
  if (match === null) return null;
  const answered = match.route.answer(kb, match.params, queryOf(address.searchParams, match.route.parameters));
  if (!answered.ok || (filed !== null && answered.view.fileRefusal() !== null)) return null;
  if (filed === null) {
    return { body: JSON.stringify(answered.view.json(), null, 1), saveAs: "tidemap.json", type: "application/json" };
  }
  const written = await answered.view.file(filed.file.name);
  return written === null ? null : { ...written, type: filed.file.type };
}

function placed(page: Page, before: string): SinglePage {
  const content = placeLinks(`${breadcrumbs(page.breadcrumbs)}${page.body}`, { base: before });
  return { title: `${page.title} · Tidemap`, content, section: page.section };
}
