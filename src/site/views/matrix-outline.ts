import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Answer, answer } from "../answer.js";
import { attackObjectView } from "./attack-object.js";
import type { Frame } from "./frame.js";
import { groupView } from "./group.js";
import { type ObjectKind, objectKinds } from "./object-kind.js";

/** Whose techniques are outlined. */
export interface MatrixOutline {
  readonly kind: "group" | ObjectKind;
  readonly id: string;
  readonly name: string;
  /** Technique ids it is reported to use directly (a mitigation: is advised against), on the frame's release. */
  readonly techniques: readonly string[];
}

/** A group, software, campaign or mitigation by id or any name; null where none was asked for. */
export function outlineOf(kb: KnowledgeBase, frame: Frame, asked: string | undefined): Answer<MatrixOutline | null> {
  const id = (asked ?? "").trim();
  if (id === "") return answer(null);
  const question = frame.kind === "current" ? { id } : { id, aligned: frame.release };
  const group = groupView(kb, question);
  if (group.ok) {
    const entry = group.view.domains.find(({ view }) => view.domain === frame.domain);
    const { id: found, name } = group.view.group;
    return answer({ kind: "group", id: found, name, techniques: (entry?.direct ?? []).map((row) => row.id) });
  }
  for (const kind of objectKinds) {
    const found = attackObjectView(kb, kind, question);
    if (!found.ok) continue;
    const entry = found.view.domains.find(({ view }) => view.domain === frame.domain);
    const { id: known, name } = found.view.object;
    return answer({ kind, id: known, name, techniques: (entry?.techniques ?? []).map((row) => row.id) });
  }
  return group;
}
