import { visit } from "jsonc-parser";
import { escapePointer } from "./json-pointer.js";
import { jsonSpans } from "./json-spans.js";
import { LineIndex } from "./line-index.js";

/** Both count from 1; columns in UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export interface RepeatedKey {
  readonly pointer: string;
  readonly first: TextPlace;
  readonly repeated: TextPlace;
}

/** Where a text stops being JSON; null where this reader finds no fault. Depth must be bounded before: it recurses. */
export function jsonFaultAt(text: string): (TextPlace & { readonly offset: number }) | null {
  let found = -1;
  const onError = (_code: number, offset: number) => {
    if (found < 0 || offset < found) found = offset;
  };
  visit(text, { onError }, { disallowComments: true, allowTrailingComma: false });
  return found < 0 ? null : { offset: found, ...new LineIndex(text).at(found) };
}

/** Keys that stand more than once in one object, in text order. Only for text whose depth is bounded. */
export function repeatedKeys(text: string): readonly RepeatedKey[] {
  const repeats: RepeatedKey[] = [];
  const open: Map<string, TextPlace>[] = [];
  walkJson(text, {
    begin: () => open.push(new Map()),
    end: () => open.pop(),
    key: (name, pointer, place) => {
      const seen = open.at(-1);
      const first = seen?.get(name);
      if (first) repeats.push({ pointer, first, repeated: place });
      else seen?.set(name, place);
    },
  });
  return repeats;
}

/** Where values stand that pointers name, the last one of repeated keys; pointers to nothing are left out. Text that is JSON only. */
export function jsonPlaces(text: string, pointers: ReadonlySet<string>): ReadonlyMap<string, TextPlace> {
  const lines = new LineIndex(text);
  return new Map([...jsonSpans(text, pointers)].map(([pointer, { start }]) => [pointer, lines.at(start)]));
}

interface Walker {
  readonly begin?: () => void;
  readonly end?: () => void;
  readonly key?: (name: string, pointer: string, place: TextPlace) => void;
}

interface Level {
  readonly pointer: string;
  /** Number of the item to come; null in an object. */
  item: number | null;
  member: string;
}

function walkJson(text: string, walker: Walker): void {
  const levels: Level[] = [];
  const lines = new LineIndex(text);
  const here = (): string => {
    const level = levels.at(-1);
    if (level === undefined) return "";
    return `${level.pointer}/${level.item === null ? escapePointer(level.member) : level.item}`;
  };
  const begin = (item: number | null) => () => {
    const pointer = here();
    walker.begin?.();
    levels.push({ pointer, item, member: "" });
  };
  const end = (): void => {
    levels.pop();
    walker.end?.();
  };
  visit(text, {
    onObjectBegin: begin(null),
    onArrayBegin: begin(0),
    onObjectEnd: end,
    onArrayEnd: end,
    onObjectProperty: (name, offset) => {
      const level = levels.at(-1);
      if (level) level.member = name;
      walker.key?.(name, here(), lines.at(offset));
    },
    onSeparator: (character) => {
      const level = levels.at(-1);
      if (character === "," && level && level.item !== null) level.item++;
    },
  });
}
