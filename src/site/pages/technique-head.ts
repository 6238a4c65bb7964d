import { counted } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { objectHead } from "../components/object-head.js";
import { tag } from "../components/tag.js";
import { hrefs } from "../hrefs.js";
import { type Child, externalLink, html, listed } from "../html.js";
import type { HtmlText } from "../route.js";
import { releaseOf, techniqueHref } from "../view-hrefs.js";
import type { TechniqueView } from "../views/technique.js";
import { askedMessage } from "./technique-asked.js";

/** Name, id, parent, tactics, platforms, state; above it what became of the id that was asked for. */
export function techniqueHead(view: TechniqueView): HtmlText {
  const { technique, view: frame, asked } = view;
  const release = releaseOf(frame);
  const tactics = technique.tactics.map(({ id, name }) =>
    id === null ? name : html`<a href="${hrefs.tactic(id, release)}">${name}</a>`,
  );
  return html`${asked === null ? null : askedMessage(asked, { technique, release: frame.release })}${objectHead({
    kind: kindOf(view),
    title: technique.name,
    id: technique.id,
    beside: technique.state === "active" ? null : tag(technique.state, "bad"),
    facts: [
      { name: tactics.length === 1 ? "Tactic" : "Tactics", value: tactics.length === 0 ? null : listed(tactics) },
      { name: "Platforms", value: technique.platforms.join(", ") },
      { name: "Release", value: `${domainNames[technique.domain]} ${frame.release}` },
      { name: "Object", value: technique.objectVersion === null ? null : `version ${technique.objectVersion}` },
      {
        name: "Source",
        value: technique.url === null ? null : externalLink(technique.url, html`attack.mitre.org &nearr;`),
      },
    ],
  })}`;
}

function kindOf({ technique, view, subtechniques }: TechniqueView): Child {
  const { parent } = technique;
  if (parent?.id) {
    return html`Sub-technique of <a href="${techniqueHref(parent.id, view)}"><span class="id">${parent.id}</span> ${parent.name}</a>`;
  }
  if (technique.isSubtechnique) return "Sub-technique";
  return subtechniques.length === 0 ? "Technique" : `Technique with ${counted(subtechniques.length, "sub-technique")}`;
}
