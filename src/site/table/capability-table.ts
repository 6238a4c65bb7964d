import { type Domain, domainNames } from "../../model/domain.js";
import { type MappingFunction, mappingFunctions, ratings } from "../../model/mapping.js";
import type { CapabilityRow } from "../views/capability-group.js";
import { rowsIn } from "../views/summary.js";
import { functionWords } from "../words/mapping.js";
import { domainFacet, type TableColumn, type TableFacet, type TableSpec, valueColumn } from "./spec.js";

/** What is known of capabilities beside the lines themselves. */
export interface CapabilityNames {
  /** Domain of a set. */
  readonly domainOf: (set: string) => Domain;
  /** Groups of a line: ids. */
  readonly groupsOf: (row: CapabilityRow) => readonly string[];
  /** Group id → name. */
  readonly groups: ReadonlyMap<string, string>;
}

/** Ids of the columns that capabilities have; a page shows those that it has a look for. */
export type CapabilityColumnId =
  | MappingFunction
  | "capability"
  | "name"
  | "domain"
  | "group"
  | "techniques"
  | "rows"
  | "non-mappable";

/** Capabilities of a framework's newest sets as a table. */
export function capabilityTableSpec(names: CapabilityNames): TableSpec<CapabilityRow> {
  const { domainOf, groupsOf, groups } = names;
  const facets: readonly TableFacet<CapabilityRow>[] = [
    domainFacet(({ set }) => [domainOf(set)]),
    { id: "group", title: "Group", of: groupsOf, label: (value) => (groups.get(value) ?? value).trim() },
    {
      id: "function",
      title: "Function",
      of: ({ functions }) => functions.filter((counts) => rowsIn(counts) > 0).map((counts) => counts.function),
      order: mappingFunctions,
    },
    {
      id: "standing",
      title: "Standing",
      of: ({ rows, nonMappable }) => [rows > 0 ? "mapped" : nonMappable > 0 ? "non-mappable" : "no-row"],
      order: ["mapped", "non-mappable", "no-row"],
      label: (value) => value.replace("no-row", "no row"),
    },
  ];
  return {
    columns: columnsOf(names),
    facets,
    words: ({ id, name }) => `${id} ${name ?? ""}`,
    perPage: null,
  };
}

type Column = TableColumn<CapabilityRow> & { readonly id: CapabilityColumnId };

function columnsOf({ domainOf, groupsOf, groups }: CapabilityNames): readonly Column[] {
  return [
    {
      id: "capability",
      label: "Capability",
      sortBy: ({ id }) => id,
      file: [
        { name: "capabilityId", value: ({ id }) => id },
        { name: "set", value: ({ set }) => set },
      ],
    },
    valueColumn({ id: "name", label: "Name", name: "capabilityName", value: ({ name }) => name }),
    {
      id: "domain",
      label: "Domain",
      sortBy: ({ set }) => domainNames[domainOf(set)],
      file: [{ name: "domain", value: ({ set }) => domainOf(set) }],
      usual: false,
    },
    {
      id: "group",
      label: "Group",
      sortBy: (row) => {
        const named = groupsOf(row).map((id) => (groups.get(id) ?? id).trim());
        return named.length === 0 ? null : named.join(", ");
      },
      file: [{ name: "capabilityGroups", value: groupsOf }],
      usual: false,
    },
    ...mappingFunctions.map(functionColumn),
    valueColumn({ id: "techniques", label: "Techniques", name: "techniques", value: ({ techniques }) => techniques }),
    valueColumn({ id: "rows", label: "Rows", name: "rows", value: ({ rows }) => rows }),
    valueColumn({
      id: "non-mappable",
      label: "Non-mappable",
      name: "nonMappable",
      value: ({ nonMappable }) => nonMappable,
    }),
  ];
}

const strongestLast: readonly string[] = ratings;

/** Best rating first: those not scored behind the scored, those without the function last. */
function functionColumn(wanted: MappingFunction): Column {
  const best = ({ functions }: CapabilityRow) => {
    const counts = functions.find((entry) => entry.function === wanted);
    return counts === undefined || rowsIn(counts) === 0 ? null : (counts.best ?? "not scored");
  };
  return {
    id: wanted,
    label: functionWords[wanted],
    sortBy: (row) => {
      const rating = best(row);
      return rating === null ? null : -strongestLast.indexOf(rating);
    },
    file: [{ name: `${wanted}Best`, value: best }],
  };
}
