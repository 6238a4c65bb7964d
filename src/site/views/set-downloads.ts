import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { setFileStem } from "../../knowledge/mapping-file-of.js";
import { type Framework, frameworkOf } from "../../model/framework.js";
import type { Origin } from "../../model/origin.js";
import { type Answer, answer } from "../answer.js";
import { hrefs } from "../hrefs.js";
import { findSet } from "./capability-lookup.js";
import { setFormats } from "./set-formats.js";
import { type SetRef, toSetRef } from "./set-ref.js";

/** A set as files: which there are, and whether comments can be in them. */
export interface SetDownloadsView {
  readonly set: SetRef;
  readonly framework: Framework;
  readonly origin: Origin;
  /** Rows with a comment in the publisher's file. */
  readonly commented: number;
  readonly commentsLoaded: boolean;
  readonly files: readonly {
    readonly format: string;
    readonly title: string;
    readonly name: string;
    readonly href: string;
    /** What it is good for, and what it leaves out. */
    readonly holds: string;
  }[];
}

/** `layer-e3.json` */
export function tierLayer(tier: string): string {
  return `layer-${tier.toLowerCase()}.json`;
}

export function setDownloadsView(kb: KnowledgeBase, question: { readonly set: string }): Answer<SetDownloadsView> {
  const found = findSet(kb, question.set);
  if (!found.ok) return found;
  const { id, framework, origin } = found.view;
  return answer({
    set: toSetRef(kb, id),
    framework: frameworkOf(framework),
    origin,
    commented: kb.facts(id).commented.reduce((sum, has) => sum + has, 0),
    commentsLoaded: kb.texts.coversSet(id),
    files: [
      ...setFormats
        .filter(({ listed }) => listed)
        .map(({ format, title, suffix, holds }) => {
          const name = setFileStem(id) + suffix;
          return { format, title, name, href: hrefs.setDownloads(id) + name, holds };
        }),
      ...(frameworkOf(framework).licenceTiers ?? []).map((tier) => ({
        format: "layer",
        title: `ATT&CK Navigator layer, ${tier} only`,
        name: tierLayer(tier),
        href: hrefs.setDownloads(id) + tierLayer(tier),
        holds: `The techniques that features of the ${tier} licence have a row on.`,
      })),
    ],
  });
}
