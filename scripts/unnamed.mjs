/**
 * Ends a script that was told names of which there are none: prints those there are, exit status 2.
 *
 * @param {string} kind what is named: "check"
 * @param {readonly string[]} words as they were told
 * @param {readonly string[]} names
 * @returns {never}
 */
export function exitUnnamed(kind, words, names) {
  const told = words.map((word) => JSON.stringify(word)).join(" and ");
  console.error(`No ${kind} has ${told} in its name. There are:\n${names.map((name) => `  ${name}`).join("\n")}`);
  process.exit(2);
}
