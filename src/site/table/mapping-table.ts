import type { TableCell } from "../../formats/table/table.js";
import { domainNames } from "../../model/domain.js";
import { type Mapping, mappingFunctions, ratings, standsOn } from "../../model/mapping.js";
import { attackLink } from "./attack-link.js";
import { type MappingNames, mappingFacets } from "./mapping-facets.js";
import type { TableColumn, TableSpec } from "./spec.js";

/** Ids of the columns that rows of mapping sets have; a page shows those that it has a look for. */
export const mappingColumnIds = [
  "framework",
  "domain",
  "capability",
  "name",
  "technique",
  "technique-name",
  "mapping",
  "group",
  "tactic",
  "platform",
  "carried",
  "comment",
  "row",
] as const;
export type MappingColumnId = (typeof mappingColumnIds)[number];

/** Rows of mapping sets as a table: words are looked for in ids and names. */
export function mappingTableSpec(
  names: MappingNames,
  { hidden, perPage }: { readonly hidden: readonly MappingColumnId[]; readonly perPage: number | null },
): TableSpec<Mapping> {
  return {
    columns: columnsOf(names).map((column) => (hidden.includes(column.id) ? { ...column, usual: false } : column)),
    facets: mappingFacets(names),
    words: (row) => [row.capabilityId, row.capabilityName, techniqueWords(row, names)].join(" "),
    perPage,
  };
}

/** Id and name of a row's technique, as its file has them and as they are now. */
export function techniqueWords(row: Mapping, { techniqueName }: Pick<MappingNames, "techniqueName">): string {
  const now = row.carried === null ? [] : [...row.carried.path.slice(1), techniqueName(row)];
  return [row.techniqueId, row.techniqueName, ...now].join(" ");
}

type Column = TableColumn<Mapping> & { readonly id: MappingColumnId };

function columnsOf(names: MappingNames): readonly Column[] {
  const framework: Column = {
    ...plain("framework", "Framework", (row) => row.framework),
    file: [
      { name: "framework", value: (row) => row.framework },
      { name: "frameworkVersion", value: (row) => row.frameworkVersion },
      { name: "attackVersion", value: (row) => row.attackVersion },
      { name: "domain", value: (row) => row.domain },
    ],
  };
  const columns: readonly (Column | null)[] = [
    names.frameworks ? framework : null,
    names.domains === "several" ? domain : null,
    { ...plain("capability", "Capability", (row) => row.capabilityId), file: [named("capabilityId")] },
    { ...plain("name", "Name", (row) => row.capabilityName), file: [named("capabilityName")] },
    {
      ...plain("technique", "Technique", (row) => standsOn(row) ?? row.techniqueId),
      file: [{ name: "techniqueId", value: techniqueCell }],
    },
    { ...plain("technique-name", "Technique name", names.techniqueName), file: [named("techniqueName")] },
    mapping,
    { ...plain("group", "Group", (row) => groupName(names, row)), file: [named("capabilityGroup")] },
    ...techniqueColumns(names),
    names.carried ? carried : null,
    comment,
    {
      ...plain("row", "Row", (row) => row.row + 1),
      file: [{ name: "set", value: (row) => row.set }, named("row")],
      usual: false,
      filed: true,
    },
  ];
  return columns.filter((column) => column !== null);
}

const domain: Column = {
  ...plain("domain", "Domain", (row) => domainNames[row.domain]),
  file: [{ name: "domain", value: (row) => row.domain }],
};

/** Strength first: a row sorts by function, then rating, those without behind. */
const mapping: Column = {
  id: "mapping",
  label: "Mapping",
  sortBy: (row) => {
    const of = row.function === null ? mappingFunctions.length : mappingFunctions.indexOf(row.function);
    const rating = row.rating === null ? ratings.length : ratings.length - 1 - ratings.indexOf(row.rating);
    return of * 10 + rating;
  },
  file: [
    named("mappingType"),
    named("function"),
    named("rating"),
    named("scoreCategory"),
    named("scoreValue"),
    named("status"),
  ],
};

const carried: Column = {
  ...plain("carried", "Carried", (row) => row.carried?.class ?? null),
  file: [
    { name: "carriedFrom", value: (row) => row.carried?.from ?? null },
    { name: "carriedTo", value: (row) => row.carried?.to ?? null },
    { name: "carriedClass", value: (row) => row.carried?.class ?? null },
    { name: "carriedTechniqueId", value: (row) => (row.carried === null ? null : standsOn(row)) },
    { name: "carriedPath", value: (row) => row.carried?.path ?? [] },
    { name: "carriedMerged", value: (row) => row.carried?.merged ?? null },
    { name: "carriedTacticsChanged", value: (row) => row.carried?.tacticsChanged ?? null },
  ],
};

const comment: Column = {
  ...plain("comment", "Comment and references", (row) => row.references[0] ?? null),
  file: [{ name: "references", value: (row) => row.references }, named("hasComment"), named("comments")],
};

function techniqueColumns({ techniques }: MappingNames): readonly Column[] {
  if (techniques === null) return [];
  const tacticsOf = (row: Mapping) => techniques.of(row).tactics;
  const first = (texts: readonly string[]) => (texts.length === 0 ? null : texts.join(", "));
  return [
    {
      ...plain("tactic", "Tactics", (row) => first(tacticsOf(row).map(({ name }) => name))),
      file: [
        { name: "tactics", value: (row) => tacticsOf(row).map(({ id }) => id) },
        { name: "tacticNames", value: (row) => tacticsOf(row).map(({ name }) => name) },
      ],
      usual: false,
    },
    {
      ...plain("platform", "Platforms", (row) => first(techniques.of(row).platforms)),
      file: [{ name: "platforms", value: (row) => techniques.of(row).platforms }],
      usual: false,
    },
  ];
}

function plain(
  id: MappingColumnId,
  label: string,
  sortBy: (row: Mapping) => string | number | null,
): Omit<Column, "file"> {
  return { id, label, sortBy };
}

/** A field of the row under its own name. */
function named(name: keyof { [Key in keyof Mapping as Mapping[Key] extends TableCell ? Key : never]: true }) {
  return { name, value: (row: Mapping): TableCell => row[name] };
}

function groupName({ groups }: MappingNames, { capabilityGroup }: Mapping): string | null {
  return capabilityGroup === null ? null : (groups.get(capabilityGroup) ?? capabilityGroup);
}

function techniqueCell({ techniqueId, attackVersion }: Mapping): TableCell {
  return techniqueId === null ? null : attackLink(techniqueId, attackVersion);
}
