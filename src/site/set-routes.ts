import * as addresses from "./addresses.js";
import { setChangesFields, setDownloadsFields, setFields } from "./fields.js";
import { setDownloads } from "./files/set-downloads.js";
import { hrefs } from "./hrefs.js";
import { toJson } from "./json.js";
import { setPage } from "./pages/set.js";
import { setChangesPage } from "./pages/set-changes.js";
import { setDownloadsPage } from "./pages/set-downloads.js";
import { type AnyRoute, type Params, route } from "./route.js";
import { refusal } from "./table/words.js";
import { setView } from "./views/set.js";
import { setChangesView } from "./views/set-changes.js";
import { setDownloadsView } from "./views/set-downloads.js";
import { setFiles } from "./views/set-files.js";

/** The set that the parts of an address name. */
export function setIdIn({ framework, version, release, domain }: Params): string {
  return [framework, version, release, domain].join("/");
}

/** One mapping set: its rows, its files, what it changed. */
export const setRoutes: readonly AnyRoute[] = [
  route({
    name: "set",
    pattern: "/sets/:framework/:version/:release/:domain/",
    summary:
      "One mapping set as authored, or its rows carried to a release: counts, rows page by page, what it does not map, what validation finds.",
    fields: setFields,
    all: addresses.setAddresses,
    view: (kb, params, query) => setView(kb, { ...query, set: setIdIn(params) }),
    page: setPage,
    json: toJson,
    files: setFiles,
    refuse: ({ page }) => refusal(page.unknown),
    canonical: ({ set }) => hrefs.set(set.id),
  }),
  route({
    name: "setDownloads",
    pattern: "/sets/:framework/:version/:release/:domain/download/",
    summary: "One mapping set as files of every format.",
    fields: setDownloadsFields,
    all: addresses.setDownloadsAddresses,
    view: (kb, params) => setDownloadsView(kb, { set: setIdIn(params) }),
    page: setDownloadsPage,
    json: toJson,
    files: setDownloads,
    canonical: ({ set }) => hrefs.setDownloads(set.id),
  }),
  route({
    name: "setChanges",
    pattern: "/sets/:framework/:version/:release/:domain/changes/:older/:olderRelease/",
    summary:
      "One mapping set compared with another of its framework and domain: what came, went and was rescored, and why.",
    fields: setChangesFields,
    all: addresses.setChangesAddresses,
    view: (kb, params) =>
      setChangesView(kb, {
        set: setIdIn(params),
        older: [params.framework, params.older, params.olderRelease, params.domain].join("/"),
      }),
    page: setChangesPage,
    json: toJson,
    canonical: ({ newer, older }) => hrefs.setChanges(newer.id, older.id),
  }),
];
