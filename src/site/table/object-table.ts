import { domainNames } from "../../model/domain.js";
import type { ObjectEntry } from "../views/attack-object-list.js";
import { domainFacet, type TableColumn, type TableFacet, type TableSpec, valueColumn } from "./spec.js";
import { platformFacet, type TechniqueLookup, tacticFacet } from "./technique-facets.js";

/** What a list of groups, software, campaigns or mitigations is called, and what its entries' techniques tell. */
export interface ObjectNames {
  /** Head of the first column: `Group`. */
  readonly one: string;
  /** Entries are of several types: software is malware or tool. */
  readonly types: boolean;
  /** Entries have names beside their own. */
  readonly aliases: boolean;
  /** Tactics of an entry's techniques, and the platforms that the entry itself runs on. */
  readonly says: TechniqueLookup<ObjectEntry>;
}

/** Ids of the columns that objects have; a page shows those that it has a look for. */
export type ObjectColumnId = "id" | "name" | "aliases" | "type" | "domain" | "tactic" | "platform" | "techniques";

/** Objects of one release, each once over its domains, as a table. */
export function objectTableSpec(names: ObjectNames): TableSpec<ObjectEntry> {
  const facets: readonly (TableFacet<ObjectEntry> | null)[] = [
    names.types ? { id: "type", title: "Type", of: ({ type }) => [type] } : null,
    domainFacet(({ domains }) => domains),
    tacticFacet(names.says),
    names.types ? platformFacet(names.says) : null,
  ];
  return {
    columns: columnsOf(names),
    facets: facets.filter((facet) => facet !== null),
    words: ({ id, name, aliases }) => [id, name, ...aliases].join(" "),
    perPage: null,
  };
}

type Column = TableColumn<ObjectEntry> & { readonly id: ObjectColumnId };

function columnsOf({ one, types, aliases, says }: ObjectNames): readonly Column[] {
  const listed = (texts: readonly string[]) => (texts.length === 0 ? null : texts.join(", "));
  const columns: readonly (Column | null)[] = [
    valueColumn({ id: "id", label: one, name: "id", value: ({ id }) => id }),
    valueColumn({ id: "name", label: "Name", name: "name", value: ({ name }) => name }),
    aliases
      ? {
          id: "aliases",
          label: "Also called",
          sortBy: (entry) => listed(entry.aliases),
          file: [{ name: "aliases", value: (entry) => entry.aliases }],
        }
      : null,
    types ? valueColumn({ id: "type", label: "Type", name: "type", value: ({ type }) => type }) : null,
    {
      id: "domain",
      label: "Domains",
      sortBy: (entry) => listed(entry.domains.map((domain) => domainNames[domain])),
      file: [{ name: "domains", value: (entry) => entry.domains }],
    },
    {
      id: "tactic",
      label: "Tactics",
      sortBy: (entry) => listed([...new Set(says.of(entry).tactics.map(({ name }) => name))]),
      file: [{ name: "tactics", value: (entry) => says.of(entry).tactics.map(({ id }) => id) }],
      usual: false,
    },
    types
      ? {
          id: "platform",
          label: "Platforms",
          sortBy: (entry) => listed(says.of(entry).platforms),
          file: [{ name: "platforms", value: (entry) => says.of(entry).platforms }],
          usual: false,
        }
      : null,
    valueColumn({ id: "techniques", label: "Techniques", name: "techniques", value: ({ techniques }) => techniques }),
  ];
  return columns.filter((column) => column !== null);
}
