import { counted } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { releaseOf, techniqueHref } from "../components/links.js";
import { message } from "../components/message.js";
import { objectHead } from "../components/object-head.js";
import { arrows, tag } from "../components/tag.js";
import { hrefs } from "../hrefs.js";
import { type Child, externalLink, html, listed } from "../html.js";
import type { HtmlText } from "../route.js";
import type { AskedTechnique, TechniqueView } from "../views/technique.js";

/** Name, id, parent, tactics, platforms, state; above it what became of the id that was asked for. */
export function techniqueHead(view: TechniqueView): HtmlText {
  const { technique, view: frame, asked } = view;
  const release = releaseOf(frame);
  const tactics = technique.tactics.map(({ id, name }) =>
    id === null ? name : html`<a href="${hrefs.tactic(id, release)}">${name}</a>`,
  );
  return html`${asked === null ? null : askedMessage(asked, view)}${objectHead({
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

function askedMessage(asked: AskedTechnique, { technique, view }: TechniqueView): HtmlText {
  const until = asked.lastActive === null ? "" : ` It was last active in ${asked.lastActive}.`;
  const old = oldPage(asked);
  const path = html`<span class="id">${arrows(asked.path.map(({ id }) => id))}</span>`;
  if (asked.end === "active" && asked.id !== technique.id) {
    return message(
      "info",
      html`${asked.id} ${asked.name} is now ${technique.id} ${technique.name}`,
      html`${path}.${until}${old}`,
    );
  }
  const words = asked.state === "active" ? asked.end : asked.state;
  const heir = asked.path.at(-1);
  const now =
    heir?.id && heir.id !== asked.id
      ? html` Its lineage: ${path}, today <a href="${hrefs.technique(heir.id)}">${heir.id} ${heir.name}</a>.`
      : asked.end === "active"
        ? null
        : html` Nothing takes its place.`;
  return message("warn", `${asked.id} ${asked.name} is ${words} in ATT&CK ${view.release}`, html`${now}${until}${old}`);
}

/** Where the id still has rows; else, where it was last active. */
function oldPage({ id, lastAuthored, lastActive }: AskedTechnique): HtmlText | null {
  if (lastAuthored !== null)
    return html` <a href="${hrefs.technique(id, lastAuthored)}">Rows on ${id} as authored on ${lastAuthored}</a>`;
  return lastActive === null ? null : html` <a href="${hrefs.technique(id, lastActive)}">${id} in ${lastActive}</a>`;
}
