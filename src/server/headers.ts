/** Response headers by kind of answer. Plain records, made once: the adapter hands them to Node as they are. */
export type Headers = Readonly<Record<string, string>>;

/**
 * Pages load styles, scripts, fonts and images from their own origin only and run nothing inline. Source: CSP Level 3;
 * `frame-ancestors` is not covered by `default-src` and stands on its own.
 */
const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const everywhere: Headers = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
};

/** For pages and what else is read as a document. */
export const ownOrigin: Headers = {
  ...everywhere,
  "content-security-policy": pagePolicy,
  "cross-origin-resource-policy": "same-origin",
};

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
  ...everywhere,
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

/** The name changes with the bytes. */
export const immutable = "public, max-age=31536000, immutable";
