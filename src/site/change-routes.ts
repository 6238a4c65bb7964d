import * as addresses from "./addresses.js";
import { capabilityChangesFields, techniqueChangesFields } from "./fields.js";
import { hrefs } from "./hrefs.js";
import { toJson } from "./json.js";
import { capabilityChangesPage, techniqueChangesPage } from "./pages/object-changes.js";
import { type AnyRoute, route } from "./route.js";
import { capabilityChangesView, techniqueChangesView } from "./views/object-changes.js";

/** What sets changed, one technique or capability at a time. */
export const changeRoutes: readonly AnyRoute[] = [
  route({
    name: "techniqueChanges",
    pattern: "/techniques/:id/changes/",
    summary: "What each framework's newest set says of a technique that the set before did not, and the reverse.",
    fields: techniqueChangesFields,
    all: addresses.techniqueChangesAddresses,
    view: (kb, { id = "" }) => techniqueChangesView(kb, { id }),
    page: techniqueChangesPage,
    json: toJson,
    canonical: ({ technique, asked }) => hrefs.techniqueChanges(asked?.id ?? technique.id),
  }),
  route({
    name: "capabilityChanges",
    pattern: "/frameworks/:framework/capabilities/:id/changes/",
    summary: "What a framework's newest sets say of a capability that the sets before did not, and the reverse.",
    fields: capabilityChangesFields,
    all: addresses.capabilityChangesAddresses,
    view: (kb, { framework = "", id = "" }) => capabilityChangesView(kb, { framework, id }),
    page: capabilityChangesPage,
    json: toJson,
    canonical: ({ framework, capability }) => hrefs.capabilityChanges(framework.id, capability.id),
  }),
];
