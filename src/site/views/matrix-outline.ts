import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { attackObjectView } from "./attack-object.js";
import type { Frame } from "./frame.js";
import { findGroup, groupView } from "./group.js";
import { type MissingOutline, missingOutline } from "./missing-outline.js";
import { findObjectId } from "./object-lookup.js";
import { type OutlineKind, outlineKinds } from "./outline-kind.js";

/** Whose techniques are outlined. */
export interface MatrixOutline {
  readonly kind: OutlineKind;
  readonly id: string;
  readonly name: string;
  /** Technique ids it is reported to use directly (a mitigation: is advised against), on the frame's release. */
  readonly techniques: readonly string[];
}

/** At most one of the two: what is outlined, or what was asked for and is not there. */
export interface AskedOutline {
  readonly outline: MatrixOutline | null;
  readonly missing: MissingOutline | null;
}

/** A group, software, campaign or mitigation by id or any name; a matrix without it is a matrix all the same. */
export function outlineOf(kb: KnowledgeBase, frame: Frame, asked: string | undefined): AskedOutline {
  const text = (asked ?? "").trim();
  if (text === "") return { outline: null, missing: null };
  const named = outlineKinds.flatMap((kind) => {
    const id = kind === "group" ? findGroup(kb, text) : findObjectId(kb, kind, text);
    return id === null ? [] : [{ kind, id }];
  });
  for (const known of named) {
    const outline = outlinedIn(kb, frame, known);
    if (outline !== null) return { outline, missing: null };
  }
  return { outline: null, missing: missingOutline(kb, frame, { text, known: named[0] ?? null }) };
}

/** The techniques of one object; null where the frame's domain or release has it not. */
function outlinedIn(
  kb: KnowledgeBase,
  frame: Frame,
  { kind, id }: { readonly kind: OutlineKind; readonly id: string },
): MatrixOutline | null {
  const question = frame.kind === "current" ? { id } : { id, aligned: frame.release };
  if (kind === "group") {
    const found = groupView(kb, question);
    const entry = found.ok && found.view.domains.find(({ view }) => view.domain === frame.domain);
    if (!entry) return null;
    const { id: shown, name } = found.view.group;
    return { kind, id: shown, name, techniques: entry.direct.map((row) => row.id) };
  }
  const found = attackObjectView(kb, kind, question);
  const entry = found.ok && found.view.domains.find(({ view }) => view.domain === frame.domain);
  if (!entry) return null;
  const { id: shown, name } = found.view.object;
  return { kind, id: shown, name, techniques: entry.techniques.map((row) => row.id) };
}
