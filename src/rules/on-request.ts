/** Codes whose repair takes rows away: that is done only where somebody asks for it by name (`--drop-repeats`). */
export const onRequest: ReadonlySet<string> = new Set(["TM1601"]);
