import type { Citation } from "../model/texts.js";

/** A run of text inside a block. Links have an http, https or mailto address; any other stays literal text. */
export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  /** Index into `citations`, from 1. */
  | { readonly kind: "citation"; readonly number: number };

export type Block =
  | { readonly kind: "paragraph" | "heading"; readonly inlines: readonly Inline[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] };

/** A publisher's text as blocks of inlines: no markup is left in it, theirs or ours. */
export interface Prose {
  readonly blocks: readonly Block[];
  /** In the order of their first mention. */
  readonly citations: readonly Citation[];
}

/**
 * Reads what publishers write: `(Citation: …)`, Markdown links, code, lists and headings, and the few HTML tags of the
 * older texts. Everything else, `<PID>` say, is literal. Never throws; a citation that `known` lacks keeps its name.
 */
export function parseProse(text: string, known: readonly Citation[]): Prose {
  const citations: Citation[] = [];
  const cite = (name: string): number => {
    const at = citations.findIndex((citation) => citation.name === name);
    if (at >= 0) return at + 1;
    citations.push(known.find((citation) => citation.name === name) ?? { name, description: null, url: null });
    return citations.length;
  };
  const blocks: Block[] = [];
  for (const chunk of withoutBlockTags(text).split(/\n[ \t]*\n+/)) blocks.push(...toBlocks(chunk, cite));
  return { blocks, citations };
}

/** A publisher's text without markup, theirs or ours. */
export interface PlainProse {
  /** Paragraphs parted by a blank line; `[1]` is the first of `citations`. */
  readonly text: string;
  /** In the order of their first mention. */
  readonly citations: readonly Citation[];
}

/** The text alone: paragraphs parted by a blank line, citations as `[1]`, numbered as in `citations`. */
export function plainProse({ blocks, citations }: Prose): PlainProse {
  const inline = (part: Inline) => (part.kind === "citation" ? `[${part.number}]` : part.text);
  const line = (parts: readonly Inline[]) => parts.map(inline).join("");
  const texts = blocks.map((block) =>
    block.kind === "list" ? block.items.map((item) => `• ${line(item)}`).join("\n") : line(block.inlines),
  );
  return { text: texts.join("\n\n"), citations };
}

/** Paragraph tags become blank lines, line breaks lines, list items Markdown's; tags that only style go. */
function withoutBlockTags(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/<\/?(?:p|div|ul|ol|h[1-6])(?:\s[^<>]*)?>/gi, "\n\n")
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<li(?:\s[^<>]*)?>/gi, "\n* ")
    .replace(/<\/li>/gi, "\n")
    .replace(/<\/?(?:span|b|i|u|em|strong|sup|sub)(?:\s[^<>]*)?>/gi, "")
    .replace(/<q(?:\s[^<>]*)?>/gi, "“")
    .replace(/<\/q>/gi, "”");
}

function toBlocks(chunk: string, cite: (name: string) => number): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let items: (readonly Inline[])[] = [];
  const flush = () => {
    const inlines = toInlines(paragraph.join("\n").trim(), cite);
    if (inlines.length > 0) blocks.push({ kind: "paragraph", inlines });
    if (items.length > 0) blocks.push({ kind: "list", items });
    paragraph = [];
    items = [];
  };
  for (const line of chunk.split("\n")) {
    const item = /^\s*[*-]\s+(\S.*)$/.exec(line);
    const heading = /^\s*#{1,6}\s+(\S.*)$/.exec(line);
    if (item) {
      if (paragraph.length > 0) flush();
      items.push(toInlines(item[1] ?? "", cite));
    } else if (heading) {
      flush();
      blocks.push({ kind: "heading", inlines: toInlines(heading[1] ?? "", cite) });
    } else {
      if (items.length > 0 && line.trim() !== "") flush();
      paragraph.push(line);
    }
  }
  flush();
  return blocks;
}

/** What may stand inside a line; each alternative is one kind of inline. */
const inlinePattern =
  /\(Citation: ?(?<cite>[^()]*(?:\([^()]*\)[^()]*)*)\)|<code>(?<tagged>[\s\S]*?)<\/code>|`(?<ticked>[^`\n]+)`|\[(?<label>[^[\]\n]*)\]\((?<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)|<a\s[^<>]*?href="(?<href>[^"<>]*)"[^<>]*>(?<anchor>[\s\S]*?)<\/a>|\*\*(?<bold>[^*\n]+)\*\*/gi;

function toInlines(text: string, cite: (name: string) => number): readonly Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(inlinePattern)) {
    pushText(inlines, text.slice(end, match.index));
    end = match.index + match[0].length;
    const { cite: name, tagged, ticked, label, target, href, anchor, bold } = match.groups ?? {};
    if (name !== undefined) inlines.push({ kind: "citation", number: cite(name.trim()) });
    else if (tagged !== undefined || ticked !== undefined)
      inlines.push({ kind: "code", text: decodeEntities(tagged ?? ticked ?? "") });
    else if (bold !== undefined) pushText(inlines, bold);
    else pushLink(inlines, label ?? anchor ?? "", target ?? href ?? "");
  }
  pushText(inlines, text.slice(end));
  return inlines;
}

function pushLink(inlines: Inline[], label: string, href: string): void {
  const text = decodeEntities(label);
  const address = decodeEntities(href).trim();
  if (!/^(?:https?:\/\/|mailto:)/i.test(address)) pushText(inlines, label);
  else inlines.push({ kind: "link", text: text.trim() === "" ? address : text, href: address });
}

function pushText(inlines: Inline[], raw: string): void {
  if (raw === "") return;
  const text = decodeEntities(raw);
  const last = inlines.at(-1);
  if (last?.kind === "text") inlines[inlines.length - 1] = { kind: "text", text: last.text + text };
  else inlines.push({ kind: "text", text });
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
]);

function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities.get(name.toLowerCase()) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
