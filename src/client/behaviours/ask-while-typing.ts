/** How long the fingers rest before the words are asked, in milliseconds. */
const rest = 200;

/** The field that filters a table asks while one types, over all rows; its form asks with Enter, also without a script. */
export function attach(element: HTMLElement): void {
  if (!(element instanceof HTMLInputElement)) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(element), rest);
  };
  element.addEventListener("input", (event) => {
    // Half a sign of a script that is put together asks nothing.
    if (!(event instanceof InputEvent && event.isComposing)) later();
  });
  element.addEventListener("compositionend", later);
}

/**
 * Not for words that the page answers already, nor once the reader is elsewhere: what they chose there counts, and the focus
 * is theirs. Where pages stand behind `#`, an answer would take it.
 */
function ask(field: HTMLInputElement): void {
  const { form, value, defaultValue } = field;
  if (form === null || document.activeElement !== field || value.trim() === defaultValue) return;
  if (new URL(form.action).hash === "") form.requestSubmit();
}
