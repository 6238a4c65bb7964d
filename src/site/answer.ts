/** A suggestion that leads somewhere: what to show and the address path of its page. */
export interface Suggestion {
  readonly label: string;
  readonly href: string;
}

/** Why a question has no answer: problem+json on the wire, an error in the terminal, a page in the browser. */
export interface Problem {
  readonly code: string;
  /** 400 the question is malformed; 404 no such thing is loaded; 410 it existed and was retired. */
  readonly status: 400 | 404 | 410;
  readonly title: string;
  readonly detail: string;
  readonly suggestions: readonly Suggestion[];
}

export type Answer<View> =
  | { readonly ok: true; readonly view: View }
  | { readonly ok: false; readonly problem: Problem };

export function answer<View>(view: View): Answer<View> {
  return { ok: true, view };
}

export function problem(
  status: Problem["status"],
  code: string,
  text: { readonly title: string; readonly detail: string; readonly suggestions?: readonly Suggestion[] },
): { readonly ok: false; readonly problem: Problem } {
  return {
    ok: false,
    problem: { status, code, title: text.title, detail: text.detail, suggestions: text.suggestions ?? [] },
  };
}
