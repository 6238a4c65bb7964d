import { plainText } from "../../base/plain-text.js";
import { unpadded } from "../../model/capability.js";
import { noValue, type TableSpec } from "./spec.js";

/** Rows of a table with what questions look at, each made once: read-only, to be kept beside the facts. */
export class PreparedTable<Row> {
  readonly spec: TableSpec<Row>;
  /** In the order in which a page shows them unless asked otherwise. */
  readonly rows: readonly Row[];
  #texts: readonly string[] | null = null;
  readonly #values = new Map<string, readonly (readonly string[])[]>();
  readonly #vocabularies = new Map<string, ReadonlySet<string>>();
  readonly #ranks = new Map<string, Int32Array>();

  constructor(spec: TableSpec<Row>, rows: readonly Row[]) {
    this.spec = spec;
    this.rows = rows;
  }

  /** The text of each row, in plain letters. */
  texts(): readonly string[] {
    this.#texts ??= this.rows.map((row) => withUnpadded(plainText(this.spec.words(row))));
    return this.#texts;
  }

  /** What each row has on a facet, never nothing. */
  values(facet: string): readonly (readonly string[])[] {
    const known = this.#values.get(facet);
    if (known !== undefined) return known;
    const of = this.spec.facets.find(({ id }) => id === facet)?.of ?? (() => []);
    const none = [noValue];
    const made = this.rows.map((row) => {
      const values = of(row);
      return values.length === 0 ? none : values;
    });
    this.#values.set(facet, made);
    return made;
  }

  /** Every value that a row has on a facet. */
  vocabulary(facet: string): ReadonlySet<string> {
    const known = this.#vocabularies.get(facet) ?? new Set(this.values(facet).flat());
    this.#vocabularies.set(facet, known);
    return known;
  }

  /** The place of each row in the order by a column, equal ones equal; -1 for rows without a value. */
  ranks(column: string): Int32Array {
    const known = this.#ranks.get(column);
    if (known !== undefined) return known;
    const of = this.spec.columns.find(({ id }) => id === column)?.sortBy ?? (() => null);
    const keys = this.rows.map(of);
    const distinct = [...new Set(keys)].filter((key) => key !== null).sort(compareKeys);
    const places = new Map(distinct.map((key, place) => [key, place]));
    const ranks = Int32Array.from(keys, (key) => (key === null ? -1 : (places.get(key) ?? -1)));
    this.#ranks.set(column, ranks);
    return ranks;
  }
}

/** A text with its numbers without leading zeros behind it, so that `AC-2` finds AC-02. */
function withUnpadded(text: string): string {
  const short = unpadded(text);
  return short === text ? text : `${text} ${short}`;
}

/** Made when rows are first put in order: it takes 15 ms, which every start of the command line would wait for. */
let collator: Intl.Collator | undefined;

/** Numbers before texts; texts as people read them, then by code point, so that no two of them are equal. */
function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  collator ??= new Intl.Collator("en", { numeric: true });
  return collator.compare(String(a), String(b)) || (a < b ? -1 : 1);
}
