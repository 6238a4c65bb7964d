import { message } from "../components/message.js";
import { arrows } from "../components/tag.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { AskedTechnique } from "../views/technique.js";

/** What became of the id that was asked for, as `release` has it; `technique` is what the page is about. */
export function askedMessage(
  asked: AskedTechnique,
  {
    technique,
    release,
  }: { readonly technique: { readonly id: string; readonly name: string }; readonly release: string },
): HtmlText {
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
  return message("warn", `${asked.id} ${asked.name} is ${words} in ATT&CK ${release}`, html`${now}${until}${old}`);
}

/** Where the id still has rows; else, where it was last active. */
function oldPage({ id, lastAuthored, lastActive }: AskedTechnique): HtmlText | null {
  if (lastAuthored !== null)
    return html` <a href="${hrefs.technique(id, lastAuthored)}">Rows on ${id} as authored on ${lastAuthored}</a>`;
  return lastActive === null ? null : html` <a href="${hrefs.technique(id, lastActive)}">${id} in ${lastActive}</a>`;
}
