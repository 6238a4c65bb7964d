/** What a message shows of a value before it is cut. */
const mostCharacters = 80;

/** A value of others as a message shows it: in quotes, control characters escaped, long ones cut. */
export function shown(value: string | null | undefined): string {
  if (value === null || value === undefined) return "nothing";
  return JSON.stringify(value.length > mostCharacters ? `${value.slice(0, mostCharacters - 1)}…` : value);
}

/** Several of them, between commas; of many the first `most`, and how many there are beside. */
export function shownList(values: readonly string[], most = 30): string {
  const rest = values.length - most;
  return values.slice(0, most).map(shown).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
