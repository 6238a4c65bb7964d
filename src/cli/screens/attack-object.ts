import { counted } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import type { AttackObjectView, ObjectInDomain } from "../../site/views/attack-object.js";
import { silenceWords } from "../../site/views/lacking.js";
import { type ObjectKind, objectKindFacts } from "../../site/views/object-kind.js";
import type { SharingCapability } from "../../site/views/sharing.js";
import type { TechniqueRow } from "../../site/views/technique-list.js";
import { attackObjectSentence } from "../../site/words/attack-object.js";
import { mostShared, sharingParts } from "../../site/words/sharing.js";
import { documentOf, headOf, paragraph, type Section, titled } from "../layout/document.js";
import type { Screen } from "../layout/screen.js";
import type { Detail } from "../options.js";
import {
  descriptionSection,
  fewLines,
  frameText,
  gapSection,
  historyLines,
  reachSection,
  refLines,
  silentLines,
  techniqueTable,
} from "./parts.js";

/** Software, a campaign or a mitigation: its techniques, domain by domain, and how far each framework answers them. */
export function renderAttackObject(view: AttackObjectView, screen: Screen, detail: Detail): string {
  const { kind, object, heir, domains, history } = view;
  const [first] = domains;
  const dead = `${object.id} is ${object.state}${heir ? `; it is now ${heir.id} ${heir.name}` : ""}.`;
  const unknown = silenceWords(objectKindFacts[kind].many, view.lacking);
  return documentOf([
    object.state === "active" ? null : paragraph(screen, dead).map((line) => screen.paint("warn", line)),
    headOf(screen, {
      id: object.id,
      name: object.name,
      facts: [
        objectKindFacts[kind].label,
        object.aliases.length === 0 ? null : `Also called: ${object.aliases.join(", ")}`,
        object.url,
      ],
    }),
    paragraph(screen, attackObjectSentence(view)),
    unknown === null ? null : paragraph(screen, unknown),
    detail.texts && first ? descriptionSection(screen, object.description, first.view) : null,
    ...domains.flatMap((entry) => domainSections(screen, kind, entry)),
    historyLines(screen, history),
  ]);
}

function domainSections(screen: Screen, kind: ObjectKind, entry: ObjectInDomain): readonly Section[] {
  const { view, reach, techniques, bySoftware, related, sharing } = entry;
  const where = `${domainNames[view.domain]} ${view.release}`;
  const rows = (title: string, found: readonly TechniqueRow[]): Section =>
    found.length === 0
      ? null
      : titled(screen, { title, meta: counted(found.length, "technique") }, techniqueTable(screen, found));
  return [
    gapSection(screen, entry.gap, { whose: objectKindFacts[kind].whose, where }),
    techniques.length === 0
      ? null
      : titled(screen, { title: `Reach over its techniques, ${where}` }, [
          ...paragraph(screen, frameText(view)),
          ...reachSection(screen, reach),
          ...silentLines(screen, entry),
          ...fewLines(screen, techniques.length),
        ]),
    ...sharing.map((entry) => {
      const { meta, most, rest } = sharingParts(entry);
      const title = `${entry.name}: capabilities on the same techniques, ${where}`;
      const line = ({ id, name, techniques: n }: SharingCapability) =>
        `${id}  ${n} of ${entry.of}${name === null ? "" : `  ${name}`}`;
      return titled(
        screen,
        { title, meta: rest.length === 0 ? meta : `${meta}; the ${mostShared} with most` },
        most.flatMap((capability) => paragraph(screen, line(capability))),
      );
    }),
    rows(`Techniques, ${where}`, techniques),
    rows(`What its software can do beyond that, ${where}`, bySoftware),
    related.flatMap(({ title, list }) => refLines(screen, { title, list, release: view.release })),
  ];
}
