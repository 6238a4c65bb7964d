/** An error between threads, as plain values: structured clones lose an error's own properties, its code and hint. */
export type PlainError = Readonly<Record<string, unknown>>;

export function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { ...error, name, message, stack };
}

export function revivedError(plain: PlainError): Error {
  return Object.assign(new Error("a thread of the export failed"), plain);
}
