import { documentHeaders, pageHeaders } from "../site/page-policy.js";

/** Response headers by kind of answer. Plain records, made once: the adapter hands them to Node as they are. */
export type Headers = Readonly<Record<string, string>>;

/** For pages and what else is read as a document. */
export const ownOrigin: Headers = pageHeaders;

/**
 * For what pages load (styles, scripts, fonts). Opened by itself it is no document that could use a camera or an opener,
 * so it goes without the words on those; its policy lets it load nothing.
 */
export const pagePart: Headers = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
};

/** For data that any other site may read: a document of this kind runs and loads nothing at all. */
export const anyOrigin: Headers = {
  ...documentHeaders,
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Link",
};

/** What a browser asks for before it lets another site's script read the API. */
export const preflight: Headers = {
  ...anyOrigin,
  "access-control-allow-methods": "GET, HEAD, OPTIONS",
  "access-control-allow-headers": "Accept, Content-Type, If-None-Match",
  "access-control-max-age": "86400",
};

/** Ask again each time, but a 304 will do. */
export const revalidate = "no-cache";
