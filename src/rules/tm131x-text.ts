import { shown } from "../base/shown.js";
import type { MappingRow } from "../model/mapping-file.js";
import { isBlank } from "./context.js";
import { atRow, type Rule, setField } from "./rule.js";

export const carriageReturn: Rule = {
  code: "TM1311",
  severity: "note",
  title: "carriage return in comments",
  explanation: "Tidemap shows any line end as one; exports would mix two kinds.",
  example: '"comments": "first\\r\\nsecond"',
  fix: "writes line feeds",
  scope: "row",
  *check({ rows }) {
    for (const { index, comments } of rows) {
      if (!comments?.includes("\r")) continue;
      yield atRow(index, "comments", {
        message: "The comment has carriage returns.",
        ...setField(index, "comments", comments.replace(/\r\n?/g, "\n")),
      });
    }
  },
};

export const blanksAroundComment: Rule = {
  code: "TM1312",
  severity: "note",
  title: "outer blanks in comments",
  explanation: "Harmless on a page; two comments that differ only in this are compared as equal.",
  example: '"comments": "Reduces the attack surface. "',
  fix: "removes the blanks",
  scope: "row",
  *check({ rows }) {
    for (const { index, comments } of rows) {
      if (comments && comments.trim() !== comments) {
        yield atRow(index, "comments", {
          message: "The comment begins or ends with white space.",
          ...setField(index, "comments", comments.trim()),
        });
      }
    }
  },
};

/** No-break and other odd spaces, soft hyphens, zero-width characters, marks of direction and byte order. */
const invisible = /[\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

const textFields = {
  capability_id: "capabilityId",
  capability_description: "capabilityDescription",
  attack_object_id: "attackObjectId",
  attack_object_name: "attackObjectName",
  comments: "comments",
} as const satisfies Readonly<Record<string, keyof MappingRow>>;

const textEntries = Object.entries(textFields);

export const invisibleCharacter: Rule = {
  code: "TM1313",
  severity: "note",
  title: "no-break space or invisible character",
  explanation: "Pasted from a web page or a text processor; words that look alike are not found by searching.",
  example: '"comments": "Account\\u00a0Management"',
  fix: "writes a plain blank, or nothing",
  scope: "row",
  *check({ rows }) {
    for (const row of rows) {
      for (const [key, field] of textEntries) {
        const text = row[field] ?? "";
        const found = invisible.exec(text)?.[0];
        if (found === undefined) continue;
        const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
        yield atRow(row.index, key, {
          message: `${key} has the invisible character U+${code}.`,
          ...setField(row.index, key, withoutInvisible(text)),
        });
      }
    }
  },
};

/** Spaces of any kind become a plain blank; what has no width goes. */
function withoutInvisible(text: string): string {
  return text.replace(new RegExp(invisible, "g"), (character) =>
    /\s/.test(character) && character !== "\ufeff" ? " " : "",
  );
}

export const markup: Rule = {
  code: "TM1314",
  severity: "note",
  title: "text that looks like markup",
  explanation: "Tidemap shows it letter by letter and never as markup; other tools may swallow it.",
  example: '"comments": "Replace <NetworkProviderName> in the registry"',
  fix: null,
  scope: "row",
  *check({ rows }) {
    for (const row of rows) {
      for (const [key, field] of textEntries) {
        const found = row[field]?.includes("<") ? /<\/?[A-Za-z][^<>]*>/.exec(row[field] ?? "")?.[0] : undefined;
        if (found !== undefined)
          yield atRow(row.index, key, { message: `${key} holds ${shown(found)}, which looks like markup.` });
      }
    }
  },
};

export const openValue: Rule = {
  code: "TM1801",
  severity: "note",
  title: "comment leaves the value open",
  explanation: "A template was not filled in: the comment still offers several values to choose from.",
  example: '"comments": "This is significant/partial/minimal because …"',
  fix: null,
  scope: "row",
  *check({ rows }) {
    const value = "(?:minimal|partial|significant)";
    const choice = new RegExp(`\\b${value}\\s*/\\s*${value}\\b`, "i");
    for (const { index, comments } of rows) {
      if (comments && choice.test(comments)) {
        yield atRow(index, "comments", { message: "The comment offers several values to choose from." });
      }
    }
  },
};

export const sharedComment: Rule = {
  code: "TM1802",
  severity: "note",
  title: "same comment under several capabilities",
  explanation:
    "Fine where capabilities work alike; else a comment was pasted and not rewritten. Comments are compared trimmed, each counts once.",
  example: "the same sentence at two capabilities",
  fix: null,
  scope: "row",
  *check({ rows }) {
    const found = new Map<string, { readonly capabilities: Set<string>; readonly at: number[] }>();
    for (const { index, comments, capabilityId } of rows) {
      if (isBlank(comments) || isBlank(capabilityId)) continue;
      const text = (comments ?? "").trim();
      const known = found.get(text) ?? { capabilities: new Set(), at: [] };
      found.set(text, known);
      known.capabilities.add((capabilityId ?? "").trim());
      known.at.push(index);
    }
    for (const { capabilities, at } of found.values()) {
      if (capabilities.size < 2) continue;
      const message = `The same comment stands under ${capabilities.size} capabilities.`;
      yield { ...atRow(at[0] ?? 0, "comments", { message }), rows: at };
    }
  },
};
