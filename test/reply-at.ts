import { matchRoute, type Query } from "../src/site/route.js";
import { routes } from "../src/site/routes.js";
import { embeddedKnowledge } from "./embedded.js";

/** What the embedded facts answer to an address with its query, without a server between; throws where nothing stands there. */
export function replyAt(address: string) {
  const { pathname, searchParams } = new URL(address, "http://local");
  const match = matchRoute(routes, pathname);
  const query: Query = Object.fromEntries(searchParams);
  const answered = match?.route.answer(embeddedKnowledge(), match.params, query);
  if (!answered?.ok) throw new Error(`nothing at ${address}`);
  return answered.view;
}

/** The content of the page there. */
export function bodyAt(address: string): string {
  return String(replyAt(address).page().body);
}
