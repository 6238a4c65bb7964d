import type { LinkedCell } from "../../formats/table/table.js";

/** A technique id that leads to the publisher's page of its release. */
export function attackLink(id: string, release: string): LinkedCell {
  const version = release.replace(/\..*$/, "");
  return {
    text: id,
    href: `https://attack.mitre.org/versions/v${version}/techniques/${encodeURIComponent(id.trim()).replace(".", "/")}/`,
  };
}
