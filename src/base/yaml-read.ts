import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  FAILSAFE_SCHEMA,
  getScalarValue,
  nullCoreTag,
  parseEvents,
  type ScalarEvent,
  YAMLException,
} from "js-yaml";
import type { RepeatedKey, TextPlace } from "./json-places.js";
import { escapePointer } from "./json-pointer.js";
import { LineIndex } from "./line-index.js";

export interface YamlBounds {
  readonly depth: number;
  readonly aliases: number;
}

export type YamlRead =
  | { readonly ok: true; readonly value: unknown; readonly repeats: readonly RepeatedKey[] }
  | {
      readonly ok: false;
      readonly fault: "syntax" | "depth" | "aliases" | "documents";
      readonly message: string;
      readonly place: TextPlace | null;
    };

/** Versions (`1.4.0`, `10.0`) and dates must stay as written, so every scalar is text but a bare null. */
const texts = FAILSAFE_SCHEMA.withTags(nullCoreTag);

/**
 * One YAML document as plain objects, lists, texts and nulls. Of a repeated key the last stays, as in JSON, and `repeats`
 * names it. Never throws on input.
 */
export function readYaml(text: string, bounds: YamlBounds): YamlRead {
  try {
    const events = parseEvents(text, { maxDepth: bounds.depth });
    const documents = events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length;
    const aliases = events.filter(({ type }) => type === EVENT_ID.ALIAS).length;
    if (aliases > bounds.aliases) {
      return { ok: false, fault: "aliases", message: `${aliases} aliases`, place: null };
    }
    if (hasCycle(text, events)) return { ok: false, fault: "aliases", message: "an alias of itself", place: null };
    if (documents !== 1) return { ok: false, fault: "documents", message: `${documents} documents`, place: null };
    const [value] = constructFromEvents(events, { source: text, schema: texts, json: true });
    return { ok: true, value, repeats: repeatedYamlKeys(text, events) };
  } catch (cause) {
    return faultOf(cause);
  }
}

/** Whether a text is YAML, of however many documents, with whatever tags. Never throws on input. */
export function isYaml(text: string, { depth }: Pick<YamlBounds, "depth">): boolean {
  try {
    parseEvents(text, { maxDepth: depth });
    return true;
  } catch {
    // As faultOf: any exception of the library is the input's.
    return false;
  }
}

/** Where values stand that pointers name; {} for text that is no YAML. Nothing below an alias has a place. */
export function yamlPlaces(text: string, pointers: ReadonlySet<string>): ReadonlyMap<string, TextPlace> {
  const places = new Map<string, TextPlace>();
  const lines = new LineIndex(text);
  try {
    walkYaml(text, parseEvents(text, {}), {
      value: (pointer, offset) => {
        if (pointers.has(pointer)) places.set(pointer, lines.at(offset));
      },
    });
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
  }
  return places;
}

/** Whether an alias stands within what it names: the value would have no end for whoever walks it. */
function hasCycle(text: string, events: readonly Event[]): boolean {
  const open: (string | null)[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) open.pop();
    else if (event.type === EVENT_ID.ALIAS) {
      if (open.includes(text.slice(event.anchorStart, event.anchorEnd))) return true;
    } else if (event.type === EVENT_ID.DOCUMENT) open.push(null);
    else if (event.type !== EVENT_ID.SCALAR) {
      open.push(event.anchorStart < 0 ? null : text.slice(event.anchorStart, event.anchorEnd));
    }
  }
  return false;
}

function faultOf(cause: unknown): YamlRead {
  if (cause instanceof YAMLException) {
    const { reason, mark } = cause;
    const place = mark ? { line: mark.line + 1, column: mark.column + 1 } : null;
    const fault = /nesting|depth/i.test(reason) ? "depth" : "syntax";
    return { ok: false, fault, message: reason, place };
  }
  // The library's own guide: all exceptions are to be caught, not only its own class.
  return { ok: false, fault: "syntax", message: cause instanceof Error ? cause.message : "unreadable", place: null };
}

function repeatedYamlKeys(text: string, events: readonly Event[]): readonly RepeatedKey[] {
  const repeats: RepeatedKey[] = [];
  const open: Map<string, number>[] = [];
  let lines: LineIndex | null = null;
  walkYaml(text, events, {
    begin: () => open.push(new Map()),
    end: () => open.pop(),
    key: (name, pointer, offset) => {
      const seen = open.at(-1);
      const first = seen?.get(name);
      if (first === undefined) seen?.set(name, offset);
      else {
        lines ??= new LineIndex(text);
        repeats.push({ pointer, first: lines.at(first), repeated: lines.at(offset) });
      }
    },
  });
  return repeats;
}

interface Walker {
  readonly begin?: () => void;
  readonly end?: () => void;
  readonly key?: (name: string, pointer: string, offset: number) => void;
  readonly value?: (pointer: string, offset: number) => void;
}

interface Level {
  readonly pointer: string;
  /** Number of the item to come in a list; null in a mapping. */
  item: number | null;
  /** The key whose value comes next; null where a key comes next. */
  member: string | null;
  readonly document: boolean;
}

/** Walks scalars, lists and mappings; a key that is no scalar counts under the name "". */
function walkYaml(text: string, events: readonly Event[], walker: Walker): void {
  const levels: Level[] = [];
  const enter = (offset: number): string | null => {
    const level = levels.at(-1);
    if (level === undefined || level.document) {
      walker.value?.("", offset);
      return "";
    }
    if (level.item !== null) {
      const pointer = `${level.pointer}/${level.item++}`;
      walker.value?.(pointer, offset);
      return pointer;
    }
    if (level.member === null) return null;
    const pointer = `${level.pointer}/${escapePointer(level.member)}`;
    level.member = null;
    walker.value?.(pointer, offset);
    return pointer;
  };
  const asKey = (name: string, offset: number): void => {
    const level = levels.at(-1);
    if (level === undefined) return;
    level.member = name;
    walker.key?.(name, `${level.pointer}/${escapePointer(name)}`, offset);
  };
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) levels.push({ pointer: "", item: null, member: null, document: true });
    else if (event.type === EVENT_ID.POP) {
      if (levels.pop()?.document === false) walker.end?.();
    } else if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) {
      const offset = event.type === EVENT_ID.SCALAR ? scalarStart(event) : event.anchorStart;
      const key = isKeyNext(levels);
      if (key) asKey(event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : "", offset);
      else enter(offset);
    } else {
      const key = isKeyNext(levels);
      const pointer = key ? "" : (enter(event.start) ?? "");
      if (key) asKey("", event.start);
      walker.begin?.();
      levels.push({ pointer, item: event.type === EVENT_ID.SEQUENCE ? 0 : null, member: null, document: false });
    }
  }
}

function isKeyNext(levels: readonly Level[]): boolean {
  const level = levels.at(-1);
  return level !== undefined && !level.document && level.item === null && level.member === null;
}

/** Quoted scalars' ranges begin behind the quote; the quote is where a reader looks. */
function scalarStart(event: ScalarEvent): number {
  return event.style === 2 || event.style === 3 ? event.valueStart - 1 : event.valueStart;
}
