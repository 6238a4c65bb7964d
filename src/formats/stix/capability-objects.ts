import { nameFromId } from "../../model/capability.js";
import { frameworkOf } from "../../model/framework.js";
import { isBlank, type MappingFile } from "../../model/mapping-file.js";
import type { Common } from "./about-objects.js";
import { extended, type StixObject, typeOfCapability } from "./terms.js";
import { stixIdOf } from "./uuid.js";

/** What the objects of one bundle are made with. */
export interface Making {
  readonly file: MappingFile;
  readonly framework: string;
  /** Set id, as far as the file names its parts. */
  readonly set: string;
  readonly common: Common;
  /** STIX id of a technique of the release. */
  readonly targetOf: (techniqueId: string) => string | null;
}

/** An object a capability, by its id as written. */
export function capabilityObjects({ file, framework, common }: Making): ReadonlyMap<string, StixObject> {
  const objects = new Map<string, StixObject>();
  for (const { capabilityId: id, capabilityDescription } of file.rows) {
    if (id === null || id === undefined || isBlank(id) || objects.has(id)) continue;
    const type = typeOfCapability(framework, id);
    const text = isBlank(capabilityDescription) ? null : (capabilityDescription ?? null);
    const sentence = frameworkOf(framework).namesAreSentences;
    const name = sentence ? nameFromId(id) : (text ?? id);
    const source = type === "vulnerability" ? "cve" : framework || "mapping";
    objects.set(id, {
      type,
      id: stixIdOf(type, `${framework}/${id}`),
      ...common,
      name: name || id,
      ...(sentence && text !== null ? { description: text } : {}),
      external_references: [{ source_name: source, external_id: id.trim() }],
      extensions: extended({ framework, capability_id: id }),
    });
  }
  return objects;
}
