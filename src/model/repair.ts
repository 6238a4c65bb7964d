/**
 * A change to a document's text that a rule holds for safe, by JSON pointer: it loses no claim and invents none. Who
 * applies it (formats/repair.ts) leaves every other letter of the file alone.
 */
export type Repair =
  /** The value at the pointer becomes another. */
  | { readonly kind: "set"; readonly pointer: string; readonly value: string | readonly string[] }
  /** A member that the object at the pointer does not have yet. */
  | { readonly kind: "add"; readonly pointer: string; readonly key: string; readonly value: unknown }
  /** The member or list item goes, with its comma. */
  | { readonly kind: "remove"; readonly pointer: string }
  /** The list item becomes several. */
  | { readonly kind: "split"; readonly pointer: string; readonly values: readonly string[] }
  /** Of a key that stands several times with equal values, the last stays. */
  | { readonly kind: "keep-last"; readonly pointer: string }
  /** The text ends with a line break. */
  | { readonly kind: "end" };
