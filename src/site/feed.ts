import { counted } from "../base/counted.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { dayOf } from "../model/day.js";
import { domainNames } from "../model/domain.js";
import { frameworkOf } from "../model/framework.js";
import { releaseDay } from "../model/release-dates.js";
import { hrefs } from "./hrefs.js";
import { escapeXml } from "./sitemap.js";

/** Something that was published: a release of ATT&CK or a mapping set. */
interface FeedItem {
  /** Path of its page. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** YYYY-MM-DD, the publisher's. */
  readonly day: string;
}

const name = "Tidemap: releases and mapping sets";

/**
 * All that is loaded and bears a day, the newest first. A release or set whose publisher names none is left out: a feed of
 * dates has no place for it. Days are the data's own, so that the same facts give the same feed.
 */
export function feedItems(kb: KnowledgeBase): readonly FeedItem[] {
  const items = [...kb.sets.flatMap(setItem), ...releaseItems(kb)];
  return items.sort((a, b) => (a.day === b.day ? (a.path < b.path ? -1 : 1) : a.day < b.day ? 1 : -1));
}

function setItem(set: KnowledgeBase["sets"][number]): readonly FeedItem[] {
  const day = dayOf(set.updated);
  if (day === null) return [];
  const { id, framework, frameworkVersion, attackVersion, domain, mappable, nonMappable } = set;
  return [
    {
      path: hrefs.set(id),
      title: `${frameworkOf(framework).name} ${frameworkVersion} on ATT&CK ${attackVersion} ${domainNames[domain]}`,
      text: `${counted(mappable, "mapping")} and ${counted(nonMappable, "non-mappable statement")}.`,
      day,
    },
  ];
}

function releaseItems(kb: KnowledgeBase): readonly FeedItem[] {
  return kb.domains.flatMap((domain) =>
    kb.timeline(domain).releases.flatMap((release): readonly FeedItem[] => {
      const day = releaseDay(release);
      if (day === null) return [];
      const techniques = kb.timeline(domain).at(release).activeTechniques().length;
      const title = `ATT&CK ${release} ${domainNames[domain]}`;
      return [{ path: hrefs.techniques(domain, release), title, text: `${counted(techniques, "technique")}.`, day }];
    }),
  );
}

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). `root` is where the site stands: `https://host` and its base path. */
export function jsonFeed(kb: KnowledgeBase, root: string): string {
  const items = feedItems(kb).map(({ path, title, text, day }) => ({
    id: root + path,
    url: root + path,
    title,
    content_text: text,
    date_published: momentOf(day),
  }));
  const head = { version: "https://jsonfeed.org/version/1.1", title: name, home_page_url: `${root}/` };
  return `${JSON.stringify({ ...head, feed_url: `${root}/feed.json`, language: "en", items }, null, 1)}\n`;
}

/** Atom (RFC 4287). */
export function atomFeed(kb: KnowledgeBase, root: string): string {
  const items = feedItems(kb);
  const entries = items.map(({ path, title, text, day }) => {
    const at = escapeXml(root + path);
    return `<entry><id>${at}</id><title>${escapeXml(title)}</title><link href="${at}"/><updated>${momentOf(day)}</updated><summary>${escapeXml(text)}</summary></entry>`;
  });
  const updated = momentOf(items[0]?.day ?? "1970-01-01");
  const links = `<link rel="self" href="${escapeXml(root)}/feed.xml"/><link href="${escapeXml(root)}/"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>${escapeXml(root)}/</id><title>${name}</title><author><name>Tidemap</name></author><updated>${updated}</updated>${links}\n${entries.join("\n")}\n</feed>\n`;
}

function momentOf(day: string): string {
  return `${day}T00:00:00Z`;
}
