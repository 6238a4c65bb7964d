import type { Suggestion } from "../site/answer.js";

/** The commands that would give an answer, a line each below "Try:"; "" where no suggestion has one. */
export function suggestedCommands(suggestions: readonly Suggestion[]): string {
  const lines = suggestions.slice(0, mostSuggestions).map(({ label, href }) => {
    const command = commandAt(href);
    return command === null ? "" : `  ${command}${command.includes(label) ? "" : `   (${label})`}\n`;
  });
  const shown = lines.join("");
  return shown === "" ? "" : `Try:\n${shown}`;
}

const mostSuggestions = 5;

/** Addresses of pages and the commands that answer the same. To add one: a line here. */
const commands: readonly (readonly [RegExp, (...parts: readonly string[]) => readonly string[]])[] = [
  [
    /^\/techniques\/([^/]+)\/(?:v\/([^/]+)\/)?$/,
    (id = "", at = "") => ["technique", id, ...(at ? ["--attack", at] : [])],
  ],
  [/^\/techniques\/([^/]+)\/\?aligned=(.+)$/, (id = "", to = "") => ["technique", id, "--aligned-to", to]],
  [/^\/tactics\/([^/]+)\/(?:v\/([^/]+)\/)?$/, (id = "", at = "") => ["tactic", id, ...(at ? ["--attack", at] : [])]],
  [/^\/groups\/([^/]+)\/(?:v\/([^/]+)\/)?$/, (id = "", at = "") => ["group", id, ...(at ? ["--attack", at] : [])]],
  [
    /^\/(software|campaign|mitigation)s?\/([^/]+)\/(?:v\/([^/]+)\/)?$/,
    (kind = "", id = "", at = "") => [kind, id, ...(at ? ["--attack", at] : [])],
  ],
  [/^\/frameworks\/([^/]+)\/capabilities\/([^/]+)\/$/, (framework = "", id = "") => ["capability", framework, id]],
  [/^\/frameworks\/([^/]+)\/$/, (id = "") => ["framework", id]],
  [/^\/sets\/((?:[^/]+\/){3}[^/]+)\/$/, (id = "") => ["set", id]],
  [
    /^\/sets\/(([^/]+)\/(?:[^/]+\/){2}[^/]+)\/capabilities\/([^/]+)\/$/,
    (set = "", framework = "", id = "") => ["capability", framework, id, "--set", set],
  ],
  [/^\/sets\/((?:[^/]+\/){3}[^/]+)\/groups\/([^/]+)\/$/, (set = "", group = "") => ["set", set, "--group", group]],
  [/^\/search\/\?q=(.+)$/, (words = "") => ["search", words]],
];

/** The command for a page's address; null where there is none. */
function commandAt(href: string): string | null {
  for (const [pattern, words] of commands) {
    const match = pattern.exec(href);
    if (match)
      return ["tidemap", ...words(...match.slice(1)).map((word) => quoted(decodeURIComponent(word)))].join(" ");
  }
  return null;
}

/** Safe to paste into a POSIX shell. */
function quoted(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
