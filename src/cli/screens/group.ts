import { capitalized } from "../../base/capitalized.js";
import { counted } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import type { AskedGroup, GroupInDomain, GroupView, Unheld } from "../../site/views/group.js";
import { silenceWords } from "../../site/views/lacking.js";
import type { TechniqueRow } from "../../site/views/technique-list.js";
import { groupSentence, ofGroupItself } from "../../site/words/group.js";
import { unheldWords } from "../../site/words/silence.js";
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

/** A threat group: what it is reported to do, domain by domain, and how far each framework answers that. */
export function renderGroup(view: GroupView, screen: Screen, detail: Detail): string {
  const { group, asked, domains, history } = view;
  const [first] = domains;
  const unknown = silenceWords("groups", view.lacking);
  return documentOf([
    asked === null ? null : paragraph(screen, askedText(asked, group)).map((line) => screen.paint("warn", line)),
    headOf(screen, {
      id: group.id,
      name: group.name,
      facts: [
        `Threat group${group.state === "active" ? "" : ` · ${group.state}`}`,
        group.aliases.length === 0 ? null : `Also called: ${group.aliases.join(", ")}`,
        group.url,
      ],
    }),
    paragraph(screen, groupSentence(view)),
    unknown === null ? null : paragraph(screen, unknown),
    detail.texts && first ? descriptionSection(screen, group.description, first.view) : null,
    ...domains.flatMap((entry) => domainSections(screen, entry)),
    historyLines(screen, history),
  ]);
}

function askedText({ id, name, lastActive }: AskedGroup, group: GroupView["group"]): string {
  const until = lastActive === null ? "" : ` It was last active in ${lastActive}.`;
  return `${id} ${name} is now ${group.id} ${group.name}.${until}`;
}

function domainSections(screen: Screen, entry: GroupInDomain): readonly Section[] {
  const { view, reach, direct, byCampaign, bySoftware, campaigns, software } = entry;
  const where = `${domainNames[view.domain]} ${view.release}`;
  const techniques = (title: string, rows: readonly TechniqueRow[]): Section =>
    rows.length === 0
      ? null
      : titled(screen, { title, meta: counted(rows.length, "technique") }, techniqueTable(screen, rows));
  const silent = (kind: Unheld["kind"]): readonly string[] =>
    entry.unheld
      .filter((unheld) => unheld.kind === kind)
      .flatMap((unheld) => paragraph(screen, capitalized(unheldText(unheld, view.release))));
  return [
    gapSection(screen, entry.gap, { whose: ofGroupItself, where }),
    titled(screen, { title: `Reach over its direct techniques, ${where}` }, [
      ...paragraph(screen, frameText(view)),
      ...reachSection(screen, reach),
      ...silentLines(screen, entry),
      ...fewLines(screen, direct.length),
    ]),
    techniques(`Reported of the group itself, ${where}`, direct),
    techniques(`Reported of its campaigns only, ${where}`, byCampaign),
    silent("campaign"),
    techniques(`What its software and that of its campaigns can do beyond that, ${where}`, bySoftware),
    silent("software"),
    [
      ...refLines(screen, { title: "Campaigns", list: campaigns, release: view.release }),
      ...refLines(screen, { title: "Software", list: software, release: view.release }),
    ],
  ];
}

/** With the option that asks the release that can tell. */
function unheldText(unheld: Unheld, release: string): string {
  const elsewhere = unheld.newest === null ? "" : `: --attack ${unheld.newest}`;
  return `${unheldWords(unheld, release)}${elsewhere}.`;
}
