import { isBlank, type MappingFile } from "../../model/mapping-file.js";
import { extensionId, extensionSchema, type StixObject } from "./terms.js";
import { stixIdOf } from "./uuid.js";

/** What every object of a bundle has. */
export interface Common {
  readonly spec_version: "2.1";
  readonly created: string;
  readonly modified: string;
  readonly created_by_ref: string;
  readonly object_marking_refs: readonly string[];
}

/** Who says it, what readers have to know of it, and what the extension means. */
export function aboutObjects({ metadata }: MappingFile, set: string, dates: readonly string[]) {
  const moments = { created: dates[0] ?? "", modified: dates.at(-1) ?? "" };
  const fixed = { created: "2026-01-01T00:00:00.000Z", modified: "2026-01-01T00:00:00.000Z" };
  const ours = stixIdOf("identity", "tidemap");
  const said = [metadata.organization, metadata.author].find((name) => !isBlank(name));
  const whose = said ?? "Tidemap";
  const by = said === undefined ? ours : stixIdOf("identity", said ?? "");
  const marking = stixIdOf("marking-definition", set);
  const common: Common = { spec_version: "2.1", ...moments, created_by_ref: by, object_marking_refs: [marking] };
  const tidemap = {
    type: "identity",
    spec_version: "2.1",
    id: ours,
    ...fixed,
    name: "Tidemap",
    identity_class: "system",
  };
  const author = { ...tidemap, id: by, ...moments, name: whose, identity_class: "organization" };
  const objects: readonly StixObject[] = [
    tidemap,
    ...(said === undefined ? [] : [author]),
    {
      type: "marking-definition",
      spec_version: "2.1",
      id: marking,
      created: moments.created,
      created_by_ref: by,
      definition_type: "statement",
      definition: {
        statement: `Mapping set ${set}, written as STIX by Tidemap. A mapping says that a capability can help, not that a technique is covered.`,
      },
    },
    {
      type: "extension-definition",
      spec_version: "2.1",
      id: extensionId,
      ...fixed,
      created_by_ref: ours,
      name: "Security mapping",
      description: "What a mapping file says of a mapping beyond who maps to which technique.",
      schema: extensionSchema,
      version: "1.0.0",
      extension_types: ["property-extension"],
    },
  ];
  return { common, objects };
}
