import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { type AnyRoute, matchFile, matchRoute } from "../site/route.js";
import { standingAddress } from "../site/standing-address.js";

/** Addresses that are files and no pages: whoever is asked for one has it. */
const files = /^\/(?:assets|facts|api\/v1\/openapi\.json)|\.[a-z]+$/;

/**
 * Where links lead in an export, which has no server to forgive another spelling or to say that something is not there:
 * to the page itself; to the page that the server would redirect to, or that of the release an unchanged one equals; of
 * a version that is left out to the object's current page, but from that object's own pages, where it would lead back;
 * else nowhere. Answers are remembered.
 */
export class Leads {
  readonly #routes: readonly AnyRoute[];
  readonly #there: ReadonlySet<string>;
  readonly #known = new Map<string, string | null>();
  readonly #sections: ReadonlySet<string>;

  /** `there`: every address that is exported. */
  constructor(routes: readonly AnyRoute[], there: ReadonlySet<string>) {
    this.#routes = routes;
    this.#there = there;
    this.#sections = new Set([...there].map(sectionOf));
  }

  /** Whether a page is exported. */
  has(path: string): boolean {
    return this.#there.has(path);
  }

  /** Any knowledge base over the same facts tells the same. */
  on(page: string, kb: KnowledgeBase): (path: string) => string | null {
    return (path) => {
      if (this.has(path)) return path;
      if (files.test(path)) return this.#beside(path);
      const api = path.startsWith("/api/v1/") ? "/api/v1" : "";
      const led = this.#target(path.slice(api.length), page, kb);
      // A static host sends an index.html for a folder, and no index.json.
      return led === null || api === "" ? led : `${api}${led}index.json`;
    };
  }

  /** A file stands beside its page, and goes with it; one that is made when asked for stands nowhere. */
  #beside(path: string): string | null {
    return this.#remembered(path, (file) => {
      const folder = file.slice(0, file.lastIndexOf("/") + 1);
      if (matchFile(this.#routes, file)?.file.onDemand === true) return null;
      return matchRoute(this.#routes, folder) === null || this.has(folder) || folder === "/" ? file : null;
    });
  }

  #target(path: string, page: string, kb: KnowledgeBase): string | null {
    if (this.has(path)) return path;
    const standing = this.#remembered(path, (asked) => standingAddress(kb, this.#canonical(asked, kb), this.#there));
    if (standing !== null) return standing;
    const current = withoutRelease(path);
    return current !== path && current !== withoutRelease(page) && this.has(current) ? current : null;
  }

  /** How the server would spell it. Asked only where it can matter: it takes the whole view. */
  #canonical(path: string, kb: KnowledgeBase): string {
    if (withoutRelease(path) !== path || !this.#sections.has(sectionOf(path))) return path;
    const match = matchRoute(this.#routes, path);
    const answered = match?.route.answer(kb, match.params, {});
    return answered?.ok ? answered.view.canonical : path;
  }

  #remembered(path: string, find: (path: string) => string | null): string | null {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    // A path is a piece of its page's text, and would keep all of it in memory: what is remembered is a copy.
    const own = Buffer.from(path).toString();
    const found = find(own);
    this.#known.set(own, found);
    return found;
  }
}

function sectionOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** `/techniques/T1059/v/14.1/` → `/techniques/T1059/`. */
function withoutRelease(path: string): string {
  return path.replace(/v\/[^/]+\/$/, "");
}
