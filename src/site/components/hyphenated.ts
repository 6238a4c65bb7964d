/** Letters from which a word may not fit a narrow cell. */
const longWord = 10;

/** Where a long word of ATT&CK's names may break: before these parts, most of them endings. */
const parts =
  /(?<=\p{L}{3})(?=(?:tications?|cation|mation|tration|lation|tation|ration|tion|structure|phishing|ments?|eration|ability|tories|tory|guration|nication|personation|ware|bility|ning|ding|ling|tographic|scated|Domains|Reboot|pported)(?:\p{L}{0,3})(?:\P{L}|$))/giu;

/** A name with soft hyphens in its long words, so that narrow cells break them where readers would. */
export function hyphenated(name: string): string {
  return name
    .split(" ")
    .map((word) => (word.length < longWord ? word : word.replaceAll(parts, "\u00ad").replaceAll("/", "/\u200b")))
    .join(" ");
}
