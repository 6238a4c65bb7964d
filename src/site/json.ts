import { plainProse } from "../attack/prose.js";

/**
 * A view as JSON values: maps become records, and prose its plain text with numbered citations, so that no markup of
 * ours or of a publisher is in an answer. Views are plain data otherwise.
 */
export function toJson(view: unknown): unknown {
  if (Array.isArray(view)) return view.map(toJson);
  if (view === null || typeof view !== "object") return view;
  if (isProse(view)) return plainProse(view);
  if (view instanceof Map) return Object.fromEntries([...view].map(([key, value]) => [key, toJson(value)]));
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, toJson(value)]));
}

function isProse(value: object): value is Parameters<typeof plainProse>[0] {
  return "blocks" in value && "citations" in value;
}
