import { parseTree } from "jsonc-parser";
import { type JsonSpan, jsonSpans } from "../base/json-spans.js";
import type { Repair } from "../model/repair.js";

/** A text with changes in it. */
export interface Repaired {
  readonly text: string;
  /** The repairs that are in it. Others touched the same place, or a place that is not there: ask again for them. */
  readonly applied: readonly Repair[];
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Repairs in a JSON text, every other letter left as it was: blanks, order, the way of writing. Equal repairs count once;
 * of two that touch one place the first is taken. Text that is no JSON comes back as it is.
 */
export function repairJson(text: string, repairs: readonly Repair[]): Repaired {
  const distinct = [...new Map(repairs.map((repair) => [JSON.stringify(repair), repair])).values()];
  const style = styleOf(text);
  const spans = jsonSpans(
    text,
    distinct.flatMap((repair) => ("pointer" in repair ? placeOf(repair) : [])),
  );
  const applied: Repair[] = [];
  const edits: Edit[] = [];
  for (const repair of distinct) {
    const made = editsOf(repair, { text, spans, style });
    if (made.length === 0 || made.some((edit) => edits.some((other) => overlap(edit, other)))) continue;
    edits.push(...made);
    applied.push(repair);
  }
  return { text: applyEdits(text, edits), applied };
}

/** What of a text's style new values take over. */
interface Style {
  /** Characters beyond ASCII are written `\u00e4`. */
  readonly ascii: boolean;
  /** One step of indentation; "" for a text on one line. */
  readonly indent: string;
  readonly lineBreak: "\n" | "\r\n";
}

interface Place {
  readonly text: string;
  readonly spans: ReadonlyMap<string, JsonSpan>;
  readonly style: Style;
}

function styleOf(text: string): Style {
  return {
    ascii: !/[^\0-\x7f]/.test(text) && /\\u[0-9a-f]{4}/i.test(text),
    indent: /^[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? "",
    lineBreak: text.includes("\r\n") ? "\r\n" : "\n",
  };
}

function placeOf(repair: Extract<Repair, { readonly pointer: string }>): string {
  return repair.kind === "keep-last" ? repair.pointer.slice(0, repair.pointer.lastIndexOf("/")) : repair.pointer;
}

function editsOf(repair: Repair, place: Place): readonly Edit[] {
  if (repair.kind === "end") return [lastLine(place)];
  const span = place.spans.get(placeOf(repair));
  if (span === undefined) return [];
  if (repair.kind === "set") return [{ ...span, text: written(repair.value, place.style) }];
  if (repair.kind === "remove") return [removal(place.text, span)];
  if (repair.kind === "add") return addition(repair, place, span);
  if (repair.kind === "split") return [division(repair.values, place, span)];
  return earlierRepeats(repair.pointer, place.text, span);
}

function written(value: unknown, { ascii }: Style): string {
  const text = JSON.stringify(value);
  if (!ascii) return text;
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function lastLine({ text, style }: Place): Edit {
  return { start: text.length, end: text.length, text: style.lineBreak };
}

/** The member or item with the comma behind it, or, for the last one, before it; blanks beside the comma go along. */
function removal(text: string, { memberStart, end }: JsonSpan): Edit {
  const behind = /^\s*,\s*/.exec(text.slice(end, end + 10_000))?.[0];
  if (behind !== undefined) return { start: memberStart, end: end + behind.length, text: "" };
  let start = memberStart;
  while (/\s/.test(text[start - 1] ?? "")) start--;
  // Alone in its object or list: the blanks stay inside the brackets.
  return text[start - 1] === "," ? { start: start - 1, end, text: "" } : { start: memberStart, end, text: "" };
}

/** A new last member, laid out as the first one is. */
function addition(repair: Extract<Repair, { kind: "add" }>, place: Place, span: JsonSpan): readonly Edit[] {
  const { text, style } = place;
  if (text[span.start] !== "{") return [];
  const blanks = /^\s*/.exec(text.slice(span.start + 1, span.end))?.[0] ?? "";
  let at = span.end - 1;
  while (/\s/.test(text[at - 1] ?? "")) at--;
  const first = at === span.start + 1;
  const value = JSON.stringify(repair.value, null, blanks.includes("\n") ? style.indent : undefined);
  const laid = value.replaceAll("\n", blanks);
  const member = `${written(repair.key, style)}: ${laid}`;
  if (!first) return [{ start: at, end: at, text: `,${blanks || " "}${member}` }];
  return [{ start: span.start + 1, end: span.start + 1, text: member }];
}

function division(values: readonly string[], { text, style }: Place, { start, end }: JsonSpan): Edit {
  let from = start;
  while (/\s/.test(text[from - 1] ?? "")) from--;
  const blanks = text.slice(from, start) || " ";
  return { start, end, text: values.map((value) => written(value, style)).join(`,${blanks}`) };
}

/** The earlier members of a repeated key, where all its values are equal. */
function earlierRepeats(pointer: string, text: string, { start, end }: JsonSpan): readonly Edit[] {
  const key = pointer
    .slice(pointer.lastIndexOf("/") + 1)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
  const slice = text.slice(start, end);
  const members = (parseTree(slice)?.children ?? []).filter((member) => member.children?.[0]?.value === key);
  const memberValue = (member: (typeof members)[number]) => {
    const value = member.children?.[1];
    return value ? JSON.stringify(JSON.parse(slice.slice(value.offset, value.offset + value.length))) : "";
  };
  const last = members.at(-1);
  if (last === undefined || members.some((member) => memberValue(member) !== memberValue(last))) return [];
  return members.slice(0, -1).map((member) => {
    const from = start + member.offset;
    return removal(text, { start: from, memberStart: from, end: from + member.length });
  });
}

function overlap(a: Edit, b: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text: replacement } of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(from, start), replacement);
    from = end;
  }
  return parts.join("") + text.slice(from);
}
