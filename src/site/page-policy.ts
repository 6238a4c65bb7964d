/**
 * Pages load styles, scripts, fonts and images from their own origin only and run nothing inline. Source: CSP Level 3;
 * `frame-ancestors` is not covered by `default-src` and stands on its own.
 */
export const contentPolicy = [
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

/** For whatever a browser may open as a document. */
export const documentHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
} as const;

/** For pages. */
export const pageHeaders = {
  ...documentHeaders,
  "content-security-policy": contentPolicy,
  "cross-origin-resource-policy": "same-origin",
} as const;

/** Of files whose name changes with their bytes. */
export const immutable = "public, max-age=31536000, immutable";
