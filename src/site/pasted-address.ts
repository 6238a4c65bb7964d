import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { type OldAddress, resolveOldAddress } from "./old-addresses.js";

/**
 * An address as a person pastes it, with or without its host, as the server would resolve it; null for what is no address
 * of an older site. Text without a slash is a word, no address.
 */
export function resolvePastedAddress(kb: KnowledgeBase, pasted: string): OldAddress | null {
  const text = pasted.trim().replace(/#.*$/, "");
  const bare =
    /^https?:\/\/[^/]+(\/.*)$/i.exec(text)?.[1] ?? (text.includes("/") ? `/${text.replace(/^\/+/, "")}` : null);
  if (bare === null) return null;
  const [path = "", search = ""] = bare.split("?");
  const query = Object.fromEntries(search.split("&").map((pair) => [pair.split("=")[0] ?? "", queryValue(pair)]));
  return resolveOldAddress(kb, path, query);
}

/** As forms write it; this room knows no URLSearchParams. */
function queryValue(pair: string): string {
  const text = pair.slice(pair.indexOf("=") + 1).replaceAll("+", " ");
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % stands for itself
  }
}
