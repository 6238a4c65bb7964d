/** How long the fingers rest before the words are asked, in milliseconds. */
const rest = 200;

/** The field that filters a table asks while one types, over all rows; its form asks with Enter, also without a script. */
export function attach(element: HTMLElement): void {
  if (!(element instanceof HTMLInputElement)) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  element.addEventListener("input", (event) => {
    clearTimeout(timer);
    // Half a sign of a script that is put together asks nothing.
    if (event instanceof InputEvent && event.isComposing) return;
    timer = setTimeout(() => ask(element), rest);
  });
}

/** What has been asked meanwhile stands in a new field; where pages stand behind `#`, an answer would take the focus. */
function ask({ form, value, defaultValue, isConnected }: HTMLInputElement): void {
  if (form === null || !isConnected || value === defaultValue || new URL(form.action).hash !== "") return;
  form.requestSubmit();
}
