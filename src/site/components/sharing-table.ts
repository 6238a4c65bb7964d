import { number } from "../../base/counted.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { Sharing, SharingCapability } from "../views/sharing.js";
import { sharingParts } from "../words/sharing.js";
import { dataTable } from "./data-table.js";
import { foldedList } from "./id-cloud.js";
import { capabilityLink } from "./links.js";
import { partOf } from "./part-of.js";

/** Each framework's capabilities with rows on the same techniques as a mitigation, which they are never merged with. */
export function sharingTable(sharing: readonly Sharing[], suffix: string): readonly HtmlText[] {
  const bodies = sharing.map((entry) => {
    const { meta, most, rest } = sharingParts(entry);
    const { framework, name, of } = entry;
    return {
      heading: html`${name} <small>${meta}</small>`,
      rows: most.map((capability) => ({ ...capability, framework, of })),
      foot: rest.length === 0 ? null : folded(framework, rest),
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

/** In few words, since a framework may have a hundred. */
function folded(framework: string, rest: readonly SharingCapability[]): HtmlText {
  const item = ({ id, name, techniques }: SharingCapability) =>
    html`${capabilityLink({ framework, set: null }, id)} ${name}: ${number(techniques)}`;
  return foldedList(`${number(rest.length)} more, with their techniques shared`, rest.map(item));
}
