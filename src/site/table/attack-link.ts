import type { LinkedCell } from "../../formats/table/table.js";
import { techniqueAddress } from "../../model/technique-address.js";

/** A technique id that leads to the publisher's page of its release. */
export function attackLink(id: string, release: string): LinkedCell {
  return { text: id, href: techniqueAddress(id, release) };
}
