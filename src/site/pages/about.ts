import type { AboutPoint, AboutSection } from "../about/topic.js";
import { answerFirst } from "../components/answer.js";
import { objectHead } from "../components/object-head.js";
import { refList } from "../components/ref-list.js";
import { section } from "../components/section.js";
import { hrefs } from "../hrefs.js";
import { externalLink, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { type AboutView, aboutTopics } from "../views/about.js";

/** A page of our own words, with the others beside it. */
export function aboutPage(view: AboutView): Page {
  const overview = view.slug === "";
  return {
    title: view.title,
    description: view.lead,
    body: html`${objectHead({ kind: "About", title: view.title })}${answerFirst({ sentence: view.lead, evidence: null })}<div class="columns"><div class="about">${view.sections.map(part)}</div><aside class="aside" aria-label="More about Tidemap">${refList(
      {
        title: "About",
        unit: "",
        items: aboutTopics
          .filter(({ slug }) => slug !== "retired-cve")
          .map(({ slug, title }) => ({
            id: null,
            href: null,
            name: html`<a href="${hrefs.about(slug)}">${title}</a>`,
            current: slug === view.slug,
          })),
        none: "",
      },
    )}</aside></div>`,
    breadcrumbs: overview
      ? [{ label: "About", href: null }]
      : [
          { label: "About", href: hrefs.about() },
          { label: view.title, href: null },
        ],
    section: null,
  };
}

function part({ id, title, paragraphs, points }: AboutSection): HtmlText {
  const list = points ? html`<dl>${points.map(point)}</dl>` : null;
  return html`<div id="${id}">${section({ title, body: html`${paragraphs.map((text) => html`<p>${text}</p>`)}${list}` })}</div>`;
}

function point({ term, text, href }: AboutPoint): HtmlText {
  const name =
    href === undefined ? term : href.startsWith("/") ? html`<a href="${href}">${term}</a>` : externalLink(href, term);
  return html`<dt>${name}</dt><dd>${text}</dd>`;
}
