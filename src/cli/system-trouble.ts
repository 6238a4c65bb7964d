/** What is true of a file where the system refuses with this code. */
const words: Readonly<Record<string, string>> = {
  EACCES: "may not be read or written",
  EPERM: "may not be read or written",
  ENOENT: "is not there",
  ENOSPC: "cannot be written: the disk is full",
  EFBIG: "cannot be written: it would be larger than this system allows",
  EROFS: "cannot be written: the file system is read-only",
  EDQUOT: "cannot be written: the quota is used up",
  ENOTDIR: "is no folder",
};

/**
 * What the file system refuses is the environment's trouble, wherever it shows: a sentence on `subject`, or on the file
 * that the error names. null for all other errors.
 */
export function systemTrouble(error: unknown, subject?: string): string | null {
  const { code, path } = (error ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  const meaning = typeof code === "string" && Object.hasOwn(words, code) ? words[code] : undefined;
  return meaning === undefined ? null : `${subject ?? (typeof path === "string" ? path : "A file")} ${meaning}.`;
}
