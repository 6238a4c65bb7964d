import { plainProse } from "../attack/prose.js";

/**
 * A view as JSON values: maps become records, and prose its plain text with numbered citations, so that no markup of
 * ours or of a publisher is in an answer. Views are plain data otherwise: a part that holds neither is given as it is.
 */
export function toJson(view: unknown): unknown {
  if (view === null || typeof view !== "object") return view;
  if (Array.isArray(view)) {
    const items: readonly unknown[] = view.map(toJson);
    return items.every((item, place) => item === view[place]) ? view : items;
  }
  if (isProse(view)) return plainProse(view);
  if (view instanceof Map) return Object.fromEntries([...view].map(([key, value]) => [key, toJson(value)]));
  const members = Object.entries(view);
  const values = members.map(([, value]) => toJson(value));
  if (values.every((value, place) => value === members[place]?.[1])) return view;
  return Object.fromEntries(members.map(([key], place) => [key, values[place]]));
}

function isProse(value: object): value is Parameters<typeof plainProse>[0] {
  return "blocks" in value && "citations" in value;
}
