/** Something that is on the disk whole, beside its place: what is left to do needs no room. */
export interface Staged {
  /** Puts it in its place, by renames. */
  commit(): void;
  /** Takes it away again; what was in its place stays. */
  discard(): void;
}

/**
 * Several things of which all become current or none: each is made when its turn comes, and where one cannot be, those before
 * it are taken away and its error is thrown.
 */
export function stageAll(steps: Iterable<() => Staged>): Staged {
  const staged: Staged[] = [];
  const discard = () => {
    for (const one of staged) one.discard();
  };
  try {
    for (const step of steps) staged.push(step());
  } catch (cause) {
    discard();
    throw cause;
  }
  return {
    commit() {
      for (let next = staged.shift(); next !== undefined; next = staged.shift()) {
        try {
          next.commit();
        } catch (cause) {
          discard();
          throw cause;
        }
      }
    },
    discard,
  };
}
