import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { type AnyRoute, matchFile, matchRoute } from "../site/route.js";
import { standingAddress } from "../site/standing-address.js";

interface Exported {
  readonly routes: readonly AnyRoute[];
  readonly kb: KnowledgeBase;
  /** Every address that is exported. */
  readonly there: ReadonlySet<string>;
}

/** Addresses that are files and no pages: whoever is asked for one has it. */
const files = /^\/(?:assets|facts|api\/v1\/openapi\.json)|\.[a-z]+$/;

/**
 * Where links lead in an export, which has no server to forgive another spelling or to say that something is not there:
 * to the page itself; to the page that the server would redirect to, or that of the release an unchanged one equals; of
 * a version that is left out to the object's current page, but from that object's own pages, where it would lead back;
 * else nowhere. Answers are remembered.
 */
export class Leads {
  readonly #exported: Exported;
  readonly #known = new Map<string, string | null>();
  readonly #sections: ReadonlySet<string>;

  constructor(exported: Exported) {
    this.#exported = exported;
    this.#sections = new Set([...exported.there].map(sectionOf));
  }

  /** Whether a page is exported. */
  has(path: string): boolean {
    return this.#exported.there.has(path);
  }

  on(page: string): (path: string) => string | null {
    return (path) => {
      if (files.test(path)) return this.#beside(path);
      const api = path.startsWith("/api/v1/") ? "/api/v1" : "";
      const led = this.#target(path.slice(api.length), page);
      return led === null ? null : api + led;
    };
  }

  /** A file stands beside its page, and goes with it; one that is made when asked for stands nowhere. */
  #beside(path: string): string | null {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const { routes, there } = this.#exported;
    if (matchFile(routes, path)?.file.onDemand === true) return null;
    return matchRoute(routes, folder) === null || there.has(folder) || folder === "/" ? path : null;
  }

  #target(path: string, page: string): string | null {
    const { there } = this.#exported;
    if (there.has(path)) return path;
    const standing = this.#standing(path);
    if (standing !== null) return standing;
    const current = withoutRelease(path);
    return current !== path && current !== withoutRelease(page) && there.has(current) ? current : null;
  }

  /** How the server would spell it. Asked only where it can matter: it takes the whole view. */
  #canonical(path: string): string {
    if (withoutRelease(path) !== path || !this.#sections.has(sectionOf(path))) return path;
    const { routes, kb } = this.#exported;
    const match = matchRoute(routes, path);
    const answered = match?.route.answer(kb, match.params, {});
    return answered?.ok ? answered.view.canonical : path;
  }

  #standing(path: string): string | null {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const found = standingAddress(this.#exported.kb, this.#canonical(path), this.#exported.there);
    this.#known.set(path, found);
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
