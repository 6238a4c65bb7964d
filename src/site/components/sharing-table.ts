import { counted } from "../../base/counted.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { Sharing, SharingCapability } from "../views/sharing.js";
import { dataTable } from "./data-table.js";
import { capabilityLink } from "./links.js";
import { partOf } from "./part-of.js";

/** How many capabilities of a framework are shown, on the page and in the terminal. */
const most = 5;

/** The capabilities that are shown of a framework, and what is said of all of them. */
export function sharingShown({ capabilities }: Sharing): {
  readonly meta: string;
  readonly shown: readonly SharingCapability[];
} {
  const all = counted(capabilities.length, "capability", "capabilities");
  const rest = capabilities.length > most ? `; the ${most} with most` : "";
  return { meta: `${all} with a row on any of them${rest}`, shown: capabilities.slice(0, most) };
}

/** Each framework's capabilities with rows on the same techniques as a mitigation, which they are never merged with. */
export function sharingTable(sharing: readonly Sharing[], suffix: string): readonly HtmlText[] {
  const bodies = sharing.map((entry) => {
    const { meta, shown } = sharingShown(entry);
    const { framework, name, of } = entry;
    return {
      heading: html`${name} <small>${meta}</small>`,
      rows: shown.map((capability) => ({ ...capability, framework, of })),
    };
  });
  return [
    dataTable({
      caption: `Capabilities that share techniques with it${suffix}`,
      columns: [
        {
          label: "Capability",
          kind: "id",
          cell: ({ framework, id }) => capabilityLink({ framework, set: null }, id),
        },
        { label: "Name", kind: "main", cell: ({ name }) => name },
        { label: "Techniques shared", cell: ({ techniques, of }) => partOf(techniques, of) },
      ],
      bodies,
    }),
    html`<p class="note">Shared techniques, counted by exact id. That a capability and a mitigation answer the same techniques does not make them the same measure: nobody has published such a mapping, and none is made here.</p>`,
  ];
}
