import { describe, expect, it } from "vitest";
import { dataTable } from "./data-table.js";

const columns = [
  { label: "Id", kind: "id", cell: (row: { id: string; rows: number }) => row.id },
  { label: "Rows", kind: "number", narrowLabel: "Rows", cell: (row: { id: string; rows: number }) => row.rows },
] as const;

describe("dataTable", () => {
  it("is a table with a caption, heads with scope, and labels for narrow screens", () => {
    const made = String(dataTable({ caption: "Things", columns, bodies: [{ rows: [{ id: "<a>", rows: 0 }] }] }));
    expect(made).toContain('<caption class="visually-hidden">Things</caption>');
    expect(made).toContain('<th scope="col" class="id">Id</th>');
    expect(made).toContain('<td class="id">&lt;a&gt;</td><td class="number" data-label="Rows">0</td>');
  });

  it("parts rows under headings and marks their state", () => {
    const bodies = [{ heading: "First", rows: [{ id: "a", rows: 1 }] }, { rows: [{ id: "b", rows: 2 }] }];
    const tone = (row: { id: string }) => (row.id === "b" ? ("off" as const) : null);
    const made = String(dataTable({ caption: "Things", columns, bodies, tone, anchor: ({ id }) => id }));
    expect(made).toContain('<tr class="heading"><th scope="rowgroup" colspan="2">First</th></tr><tr id="a">');
    expect(made).toContain('<tr id="b" data-tone="off">');
  });

  it("lets the client sort only what is complete", () => {
    expect(String(dataTable({ caption: "", columns, bodies: [] }))).not.toContain("sort-table");
    expect(String(dataTable({ caption: "", columns, bodies: [], complete: true }))).toContain("sort-table");
  });
});
