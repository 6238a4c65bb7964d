/**
 * A value of plain objects, lists, texts, numbers, booleans and nulls as YAML 1.2 in block style, two blanks a level.
 * Texts that could be read as anything else (versions, dates, numbers, null, yes, blanks at an end) stand in double
 * quotes, as JSON writes them, which every YAML reader takes for text.
 */
export function writeYaml(value: unknown): string {
  const lines: string[] = [];
  /** `before` is what the first line begins with: a key, a dash, or both. */
  const write = (inner: unknown, depth: number, before: string): void => {
    if (typeof inner !== "object" || inner === null || Object.keys(inner).length === 0) {
      lines.push(`${before}${flowOf(inner)}`);
      return;
    }
    const list = Array.isArray(inner);
    const inList = before.endsWith("- ");
    if (before !== "" && !inList) lines.push(before.trimEnd());
    let first = inList ? before : null;
    for (const [key, item] of Object.entries(inner)) {
      const start = first ?? "  ".repeat(depth);
      first = null;
      const nested = typeof item === "object" && item !== null;
      write(item, nested ? depth + 1 : depth, list ? `${start}- ` : `${start}${yamlScalar(key)}: `);
    }
  };
  write(value, 0, "");
  return `${lines.join("\n")}\n`;
}

function flowOf(value: unknown): string {
  if (typeof value === "string") return yamlScalar(value);
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[]" : "{}";
  return String(value ?? null);
}

/** Begins with a letter and holds nothing that YAML gives a meaning to. */
const plain = /^[A-Za-z][\w ./()&'+-]*$/;
/** Words that YAML 1.1 or 1.2 reads as something other than text. */
const words = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
/** What a YAML stream may not hold as it is, and line ends of Unicode; JSON has escaped lone surrogates already. */
const special = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

function yamlScalar(text: string): string {
  if (plain.test(text) && !text.endsWith(" ") && !words.test(text)) return text;
  return JSON.stringify(text).replace(special, escaped);
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
