import type { QueryParameter } from "./route.js";

/*
 * Lists of parameters, put together. A list keeps the names it is made of in its type, from which the library's question types
 * follow. The marks let a bundler leave out lists that nothing asks for, as it could not with `[...one, ...other]`.
 */

/** All entries of these lists, in order. */
/* @__NO_SIDE_EFFECTS__ */
export function joined<const Lists extends readonly (readonly QueryParameter[])[]>(
  ...lists: Lists
): readonly Lists[number][number][] {
  return lists.flat();
}

/** A list without the entry of a name. */
/* @__NO_SIDE_EFFECTS__ */
export function without<Entry extends QueryParameter, Name extends Entry["name"]>(
  list: readonly Entry[],
  name: Name,
): readonly Exclude<Entry, { readonly name: Name }>[] {
  return list.filter((entry): entry is Exclude<Entry, { readonly name: Name }> => entry.name !== name);
}
