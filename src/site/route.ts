import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { isDomain } from "../model/domain.js";
import type { Answer, Problem } from "./answer.js";
import type { Fields } from "./field-lists.js";

/** Named parts of a path (decoded) and of a query: `/techniques/:id/`, `?framework=m365`. */
export type Params = Readonly<Record<string, string>>;
export type Query = Readonly<Record<string, string | undefined>>;

/** A query parameter: pages, API and its description read this one entry. */
export interface QueryParameter {
  readonly name: string;
  readonly meaning: string;
  /** The words it takes; absent for free text. */
  readonly words?: readonly string[];
  /** Takes several values: with commas, or given several times as a form's check boxes are. */
  readonly many?: true;
  readonly example: string;
}

/** A page's content; the shell puts it between header and footer. */
export interface Page {
  /** Without the site's name. */
  readonly title: string;
  readonly description: string;
  /** Rendered HTML of `<main>`. */
  readonly body: HtmlText;
  /** Names that lead from home to here, last one without a link. */
  readonly breadcrumbs: readonly { readonly label: string; readonly href: string | null }[];
  /** Which navigation entry is the page's home. */
  readonly section: string | null;
}

/** What templates give (html.ts): escaped HTML. Rendering is synchronous throughout. */
export type HtmlText = { toString(): string };

/**
 * One kind of page and its JSON twin. The table of these (routes.ts) is all that server, export, sitemap, API
 * description and link tests read.
 */
export interface Route<View> {
  /** Stable name, also the operation id of the API: `technique`. */
  readonly name: string;
  /** Address pattern with a final slash: `/techniques/:id/v/:release/`. A part called `:domain` takes domains only. */
  readonly pattern: string;
  /** What the page answers, one sentence for the API's description. */
  readonly summary: string;
  /** What its question takes: the open parts of its address, and its query's parameters. */
  readonly fields: Fields;
  /** Every address of this kind, for sitemap, export and link tests. */
  all(kb: KnowledgeBase): Iterable<string>;
  view(kb: KnowledgeBase, params: Params, query: Query): Answer<View>;
  page(view: View): Page;
  /** The view as JSON: the view itself unless a part is for pages only. */
  json(view: View): unknown;
  /** The view as files, at the page's address and their name: `/matrix/enterprise/layer.json`. */
  readonly files?: readonly RouteFile<View>[];
  /** The page's one lasting address; others that lead to the same view name it. */
  canonical(view: View): string;
  /** What the API refuses in an answered question although a page shows it: words that mean nothing. */
  refuse?(view: View): Problem | null;
  /** What its files refuse, because they would look whole without it. */
  refuseFile?(view: View): Problem | null;
}

/** A view as a file. */
export interface RouteFile<View> {
  /** The last part of its address, or with `stem` the end of it; holds a dot. */
  readonly name: string;
  /** What stands in front of `name`, where it says of what the file is. */
  stem?(params: Params): string;
  /** Media type. */
  readonly type: string;
  /** What the file adds to the question: rows of all pages, say. No query of an address can. */
  readonly asks?: Query;
  /** Whether a page of these parts has it; every one where absent. */
  of?(params: Params): boolean;
  /** Not written into exports: where no server makes it, the reader's browser does. */
  readonly onDemand?: true;
  /** A name for the saved file that says what it is of; the last part of the address where absent. */
  saveAs?(view: View): string;
  /** `has`: whether a page of ours is there; an export may leave some out. */
  write(view: View, kb: KnowledgeBase, has: (path: string) => boolean): FileBody | Promise<FileBody>;
}

/** Text (UTF-8) or bytes of a file. */
export type FileBody = string | Uint8Array<ArrayBuffer>;

/** A written file. */
export interface WrittenFile {
  readonly body: FileBody;
  readonly saveAs: string;
}

/** Hides the view's type, so that routes of all kinds stand in one table. */
export interface AnyRoute
  extends Omit<Route<unknown>, "view" | "page" | "json" | "canonical" | "files" | "refuse" | "refuseFile"> {
  /** Of its fields those that a query may give. */
  readonly parameters: readonly QueryParameter[];
  readonly files: readonly NamedFile[];
  answer(kb: KnowledgeBase, params: Params, query: Query): Answer<Reply>;
}

/** A file of a route, before it is written. */
export interface NamedFile {
  /** Tells it from the route's other files. */
  readonly name: string;
  readonly type: string;
  /** The last part of its address; null where a page of these parts has no such file. */
  at(params: Params): string | null;
  /** Left out of exports. */
  readonly onDemand: boolean;
}

/** The same file, made only when somebody asks for it. */
export function onDemand<View>(file: RouteFile<View>): RouteFile<View> {
  return { ...file, onDemand: true };
}

/** One answered question: its page and its JSON are made when asked for, from the same view. */
export interface Reply {
  readonly canonical: string;
  /** Those of its route. */
  readonly parameters: readonly QueryParameter[];
  page(): Page;
  json(): unknown;
  /** What the API answers instead of the JSON; null where the question is sound. */
  refusal(): Problem | null;
  /** What answers instead of a file; null where the question is sound. */
  fileRefusal(): Problem | null;
  /** A file that the route names; null for any other name. */
  file(name: string, has?: (path: string) => boolean): Promise<WrittenFile | null>;
}

export function route<View>(entry: Route<View>): AnyRoute {
  // A release in the path is the question; one beside it in the query could only contradict it.
  const parameters = entry.pattern.includes("/v/:release/")
    ? entry.fields.parameters.filter(({ name }) => name !== "attack" && name !== "aligned")
    : entry.fields.parameters;
  return {
    name: entry.name,
    pattern: entry.pattern,
    summary: entry.summary,
    fields: entry.fields,
    parameters,
    files: (entry.files ?? []).map(({ name, type, stem, of, onDemand: left }) => ({
      name,
      type,
      onDemand: left === true,
      at: (params) => (of?.(params) === false ? null : (stem?.(params) ?? "") + name),
    })),
    all: (kb) => entry.all(kb),
    answer(kb, params, query) {
      const answered = entry.view(kb, params, query);
      if (!answered.ok) return answered;
      const { view } = answered;
      return {
        ok: true,
        view: {
          canonical: entry.canonical(view),
          parameters,
          page: () => entry.page(view),
          json: () => entry.json(view),
          refusal: () => entry.refuse?.(view) ?? null,
          fileRefusal: () => entry.refuseFile?.(view) ?? null,
          async file(name, has = () => true) {
            const file = entry.files?.find((known) => known.name === name);
            if (file === undefined) return null;
            const asked = file.asks === undefined ? answered : entry.view(kb, params, { ...query, ...file.asks });
            if (!asked.ok) return null;
            const { view } = asked;
            return { body: await file.write(view, kb, has), saveAs: file.saveAs?.(view) ?? file.name };
          },
        },
      };
    },
  };
}

export interface Match {
  readonly route: AnyRoute;
  readonly params: Params;
}

/** The route of a path and its decoded parameters; null when no pattern fits. A missing final slash is forgiven. */
export function matchRoute(routes: readonly AnyRoute[], path: string): Match | null {
  const segments = segmentsOf(path);
  for (const { route: candidate, pattern } of patternsOf(routes)) {
    const params = matchSegments(pattern, segments);
    if (params) return { route: candidate, params };
  }
  return null;
}

const patterns = new WeakMap<readonly AnyRoute[], readonly { route: AnyRoute; pattern: readonly string[] }[]>();

/** A table's patterns in parts, taken apart once: an export asks for each of its links. */
function patternsOf(routes: readonly AnyRoute[]) {
  const known = patterns.get(routes) ?? routes.map((entry) => ({ route: entry, pattern: segmentsOf(entry.pattern) }));
  patterns.set(routes, known);
  return known;
}

function segmentsOf(path: string): readonly string[] {
  return path.split("/").filter((part) => part !== "");
}

/** The route and the file that a path names (`/matrix/enterprise/layer.json`); null for any other path. */
export function matchFile(
  routes: readonly AnyRoute[],
  path: string,
): { readonly match: Match; readonly file: AnyRoute["files"][number] } | null {
  const at = path.lastIndexOf("/") + 1;
  const match = path.includes(".", at) ? matchRoute(routes, path.slice(0, at)) : null;
  const file = match?.route.files.find((known) => known.at(match.params) === path.slice(at));
  return match && file ? { match, file } : null;
}

function matchSegments(pattern: readonly string[], segments: readonly string[]): Params | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (!part.startsWith(":")) {
      if (part !== segment) return null;
      continue;
    }
    if (part === ":domain" && !isDomain(segment)) return null;
    try {
      params[part.slice(1)] = decodeURIComponent(segment);
    } catch {
      return null; // a stray % is no address of ours
    }
  }
  return params;
}
