/** JSON with one thing changed, for tests that nothing false passes. */

/** `what` says where, list places as `*`: `less .technique.id` lacks a key, `more .view` has one too many, `other .asked` another kind of value. */
export interface Changed {
  readonly what: string;
  readonly json: unknown;
}

/** Each kind of place of `json` changed in each way, once; `json` itself stays as it is. */
export function changesOf(json: unknown): readonly Changed[] {
  const made = new Map<string, Changed>();
  const put = (what: string, change: () => unknown) => {
    if (!made.has(what)) made.set(what, { what, json: change() });
  };
  walk({ value: json, path: "", whole: (value) => value }, put);
  return [...made.values()];
}

interface Place {
  readonly value: unknown;
  readonly path: string;
  /** The whole with another value here. */
  whole(value: unknown): unknown;
}

function walk({ value, path, whole }: Place, put: (what: string, change: () => unknown) => void): void {
  // No answer of ours has a number between two, and an object no such key.
  put(`other ${path}`, () => whole(typeof value === "number" ? value + 0.5 : { neverAKey: 1 }));
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries())
      walk({ value: item, path: `${path}.*`, whole: (changed) => whole(value.with(at, changed)) }, put);
  } else if (typeof value === "object" && value !== null) {
    put(`more ${path}`, () => whole({ ...value, neverAKey: 1 }));
    for (const [key, member] of Object.entries(value)) {
      const { [key]: _, ...others } = value as Record<string, unknown>;
      put(`less ${path}.${key}`, () => whole(others));
      walk({ value: member, path: `${path}.${key}`, whole: (changed) => whole({ ...value, [key]: changed }) }, put);
    }
  }
}
