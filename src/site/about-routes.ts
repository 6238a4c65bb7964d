import { aboutFields, methodologyFields } from "./fields.js";
import { hrefs } from "./hrefs.js";
import { toJson } from "./json.js";
import { aboutPage } from "./pages/about.js";
import { type AnyRoute, route } from "./route.js";
import { type AboutView, aboutTopics, aboutView, methodologyTopics, methodologyView } from "./views/about.js";

const about = {
  fields: aboutFields,
  page: aboutPage,
  json: toJson,
  canonical: ({ address }: AboutView) => address,
};

/** Pages of our own words: what scores, types, methods and numbers mean. */
export const aboutRoutes: readonly AnyRoute[] = [
  route({
    ...about,
    name: "about",
    pattern: "/about/",
    summary: "What Tidemap is.",
    all: () => [hrefs.about()],
    view: (kb) => aboutView(kb, ""),
  }),
  route({
    ...about,
    name: "aboutTopic",
    pattern: "/about/:topic/",
    summary: "What scores, mapping types and figures mean; who uses it for what.",
    all: () => aboutTopics.map(({ slug }) => hrefs.about(slug)),
    view: (kb, { topic = "" }) => aboutView(kb, topic),
  }),
  route({
    ...about,
    fields: methodologyFields,
    name: "methodology",
    pattern: "/about/methodology/:topic/",
    summary: "How one framework is mapped: method, scope, what is published.",
    all: (kb) => methodologyTopics(kb).map((topic) => hrefs.methodology(topic)),
    view: (kb, { topic = "" }) => methodologyView(kb, topic),
  }),
];
