import type { ManifestSet } from "../../knowledge/facts/manifest.js";
import { domainNames } from "../../model/domain.js";
import { problem } from "../answer.js";
import { hrefs } from "../hrefs.js";

/** The answer to who wants rows of a set carried, or compared, whose own release is not loaded. */
export function notCarried({ id, domain, attackVersion }: Pick<ManifestSet, "id" | "domain" | "attackVersion">) {
  return problem(404, "TM4002", {
    title: "ATT&CK release not loaded",
    detail: `${id} was authored on ATT&CK ${attackVersion} ${domainNames[domain]}, which is not loaded: its rows are shown as authored, and can neither be carried nor compared.`,
    suggestions: [{ label: id, href: hrefs.set(id) }],
  });
}
