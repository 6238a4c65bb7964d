import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PreparedTable } from "./prepared-table.js";
import { readTableQuestion, type TableQuestion, toTableQuery } from "./question.js";
import type { TableSpec } from "./spec.js";
import { TableLinks } from "./table-links.js";
import { tableView } from "./table-view.js";
import { refusal } from "./words.js";

interface Fruit {
  readonly name: string;
  readonly colours: readonly string[];
  readonly size: number | null;
}

const colours = ["red", "green", "dark, blue", "back\\slash"] as const;

const spec: TableSpec<Fruit> = {
  columns: [
    { id: "name", label: "Name", sortBy: ({ name }) => name, file: [] },
    { id: "size", label: "Size", sortBy: ({ size }) => size, file: [] },
    { id: "colour", label: "Colour", sortBy: ({ colours: own }) => own[0] ?? null, file: [], usual: false },
  ],
  facets: [
    { id: "colour", title: "Colour", of: ({ colours: own }) => own },
    { id: "size", title: "Size", of: ({ size }) => (size === null ? [] : [String(size)]) },
  ],
  words: ({ name }) => name,
  perPage: 3,
};

const fruit = fc.record({
  name: fc.constantFrom("AC-2", "AC-10", "ac-1", "Plum", "pear", ""),
  colours: fc.subarray([...colours]),
  size: fc.option(fc.integer({ min: 1, max: 3 })),
});
const fruits = fc.array(fruit, { maxLength: 25 });

const question = fc.record({
  q: fc.constantFrom("", "ac", "P", "a c"),
  facets: fc.record(
    {
      colour: fc.subarray(["none", ...colours], { minLength: 1 }),
      size: fc.subarray(["none", "1", "2", "3"], { minLength: 1 }),
    },
    { requiredKeys: [] },
  ),
  sort: fc.uniqueArray(fc.record({ column: fc.constantFrom("name", "size", "colour"), descending: fc.boolean() }), {
    selector: ({ column }) => column,
  }),
  columns: fc.option(fc.subarray(["name", "size", "colour"], { minLength: 1 })),
  page: fc.integer({ min: 1, max: 9 }),
  whole: fc.constant(false),
});

function ask(rows: readonly Fruit[], query: Readonly<Record<string, string>>) {
  const found = tableView(new PreparedTable(spec, rows), query);
  if (!found.ok) throw new Error(found.problem.detail);
  return found.view;
}

const queryOf = (href: string) => Object.fromEntries(new URL(href, "http://x").searchParams);

/** What passes, by the definition and nothing clever. */
function passes(row: Fruit, { q, facets }: TableQuestion): boolean {
  const own = { colour: row.colours, size: row.size === null ? [] : [String(row.size)] };
  const has = (values: readonly string[], wanted: readonly string[] | undefined) =>
    wanted === undefined || (values.length === 0 ? ["none"] : values).some((value) => wanted.includes(value));
  const words = q.toLowerCase().split(" ").filter(Boolean);
  return (
    has(own.colour, facets.colour) &&
    has(own.size, facets.size) &&
    words.every((word) => row.name.toLowerCase().includes(word))
  );
}

describe("a table's question", () => {
  it("reads back from its address", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const href = `/?${new URLSearchParams(toTableQuery(asked))}`;
        expect(readTableQuestion(queryOf(href), ["colour", "size"])).toEqual(asked);
      }),
    );
  });

  it("is answered by the rows that pass, each on one page", () => {
    fc.assert(
      fc.property(fruits, question, (rows, asked) => {
        const wanted = rows.filter((row) => passes(row, asked));
        const first = ask(rows, { ...toTableQuery(asked), page: "1" });
        const paged = Array.from({ length: first.pages }, (_, index) =>
          ask(rows, { ...toTableQuery(asked), page: String(index + 1) }),
        ).flatMap((view) => view.rows);
        const whole = ask(rows, { ...toTableQuery(asked), rows: "all" }).rows;
        expect(first.matching).toBe(wanted.length);
        expect(first.all).toBe(rows.length);
        expect(paged).toEqual(whole);
        expect(new Set(whole)).toEqual(new Set(wanted));
        if (asked.sort.length === 0) expect(whole).toEqual(wanted);
      }),
    );
  });

  it("opens as many rows by each facet link as its count says", () => {
    fc.assert(
      fc.property(fruits, question, (rows, asked) => {
        const view = ask(rows, toTableQuery(asked));
        const links = new TableLinks("/t/", view);
        for (const { facet, values } of view.facets)
          for (const { value, rows: count } of values) {
            expect(ask(rows, queryOf(links.choosing({ [facet]: [value] }))).matching).toBe(count);
          }
      }),
    );
  });

  it("counts each row once on a facet of one value a row", () => {
    fc.assert(
      fc.property(fruits, question, (rows, asked) => {
        const { size: _, ...facets } = asked.facets;
        const view = ask(rows, toTableQuery({ ...asked, facets }));
        const sizes = view.facets.find(({ facet }) => facet === "size");
        const sum = sizes?.values.reduce((all, value) => all + value.rows, 0);
        if (sizes !== undefined) expect(sum).toBe(view.matching);
      }),
    );
  });

  it("orders by every key in turn, without a value last, ties as in the source", () => {
    const rows = ["AC-10", "AC-2", "ac-1", "AC-2"].map(
      (name, at): Fruit => ({
        name,
        colours: [],
        size: [2, null, 2, 1][at] ?? null,
      }),
    );
    const order = (sort: string) => ask(rows, { sort, rows: "all" }).rows.map((row) => rows.indexOf(row));
    expect(order("size,name")).toEqual([3, 2, 0, 1]);
    expect(order("-size,-name")).toEqual([0, 2, 3, 1]);
    expect(order("name")).toEqual([2, 1, 3, 0]);
  });

  it.each([
    ["AC-2", ["AC-02", "AC-20"]],
    ["ac\u20112", ["AC-02", "AC-20"]],
    ["\u201cJosé\u201d", ["jose"]],
    ["o'neill", ["O\u2019Neill"]],
  ])("finds %s however it is written", (q, found) => {
    const rows = ["AC-02", "AC-20", "SI-07", "jose", "O\u2019Neill"].map((name) => ({ name, colours: [], size: null }));
    expect(ask(rows, { q }).rows.map(({ name }) => name)).toEqual(found);
  });

  it("names words that mean nothing", () => {
    const rows: readonly Fruit[] = [{ name: "Plum", colours: ["red"], size: 1 }];
    expect(refusal(ask(rows, { colour: "RED", sort: "-size", columns: "name" }).unknown)).toBeNull();
    expect(refusal(ask(rows, { colour: "rad" }).unknown)).toMatchObject({ code: "TM4004", status: 400 });
    expect(refusal(ask(rows, { sort: "weight" }).unknown)).toMatchObject({ code: "TM4008", status: 400 });
    expect(tableView(new PreparedTable(spec, rows), { page: "0" })).toMatchObject({ problem: { code: "TM4005" } });
  });

  it("turns the first column round and keeps the others behind it", () => {
    const links = (query: Readonly<Record<string, string>>) => new TableLinks("/t/", ask([], query));
    expect(queryOf(links({}).sortedBy("name"))).toEqual({ sort: "name" });
    expect(queryOf(links({ sort: "name" }).sortedBy("name"))).toEqual({ sort: "-name" });
    expect(queryOf(links({ sort: "name,size" }).sortedBy("size"))).toEqual({ sort: "size,name" });
    expect(queryOf(links({ sort: "name,size" }).notSortedBy("name"))).toEqual({ sort: "size" });
  });
});
