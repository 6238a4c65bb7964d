import type { Findings } from "../findings.js";

/** A parsed JSON object; look fields up with `Object.hasOwn` only, for it may have any key. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Shared by all rows without keys of their own, which are nearly all. */
const nothing: ReadonlyMap<string, unknown> = new Map();

/**
 * Reads one object field by field and keeps what the model has no place for. A field of the wrong
 * kind is told (TM1001), read as absent and kept under its key; numbers and booleans are read as their text.
 */
export class RecordReader {
  readonly #findings: Findings;
  readonly #fields: Fields;
  readonly #pointer: string;
  #extra: Map<string, unknown> | null = null;

  constructor(fields: Fields, pointer: string, findings: Findings) {
    this.#fields = fields;
    this.#pointer = pointer;
    this.#findings = findings;
  }

  /** `undefined` = absent, null as written. */
  text(key: string): string | null | undefined {
    const value = this.#fields[key];
    if (typeof value === "string" || value === null) return value;
    if (value === undefined || !Object.hasOwn(this.#fields, key)) return undefined;
    if (typeof value === "number" || typeof value === "boolean") {
      this.#tell(key, `${key} is ${value} without quotes; it is read as text.`);
      return String(value);
    }
    this.#tell(key, `${key} is ${kindOf(value)}, not a text; it is left out.`);
    this.keep(key, value);
    return undefined;
  }

  /** A list of texts; items of another kind are told and left out. A text by itself is told and read as absent. */
  texts(key: string): readonly string[] | null | undefined {
    const value = this.#fields[key];
    if (value === null) return null;
    if (value === undefined || !Object.hasOwn(this.#fields, key)) return undefined;
    if (!Array.isArray(value)) {
      this.#tell(key, `${key} is ${kindOf(value)}, not a list; it is left out.`);
      this.keep(key, value);
      return undefined;
    }
    const items = value as readonly unknown[];
    if (items.every((item) => typeof item === "string")) return items;
    items.forEach((item, index) => {
      if (typeof item === "string") return;
      this.#tell(`${key}/${index}`, `An item of ${key} is ${kindOf(item)}, not a text; it is left out.`);
    });
    return items.filter((item) => typeof item === "string");
  }

  /** All keys in their order; values of those that are not `known` are kept. */
  keys(known: ReadonlySet<string>): readonly string[] {
    const keys = Object.keys(this.#fields);
    for (const key of keys) if (!known.has(key)) this.keep(key, this.#fields[key]);
    return keys;
  }

  keep(key: string, value: unknown): void {
    if (key === "__proto__") {
      this.#findings.add("TM0006", {
        pointer: `${this.#pointer}/__proto__`,
        message: "An object has the key __proto__; it is kept as data and changes nothing.",
      });
    }
    this.#extra ??= new Map();
    this.#extra.set(key, value);
  }

  extra(): ReadonlyMap<string, unknown> {
    return this.#extra ?? nothing;
  }

  #tell(key: string, message: string): void {
    this.#findings.add("TM1001", { pointer: `${this.#pointer}/${key}`, message });
  }
}

/** Members of all objects below a value that the bound on depth holds for. */
export function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let members = 0;
  if (!Array.isArray(value)) members += Object.keys(value).length;
  for (const inner of Object.values(value)) members += countMembers(inner);
  return members;
}

export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
