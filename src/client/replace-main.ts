import { attachAll } from "./attach.js";

let turn = 0;

/**
 * The content of another page of ours in place of this one's, so that address, title and content always agree; `done` runs
 * when it stands. Of several asked for at once the last wins. What cannot be had that way is gone to as a link would.
 */
export async function replaceMain(address: string, done: (main: HTMLElement) => void): Promise<void> {
  const own = ++turn;
  const page = await contentOf(address);
  if (own !== turn) return;
  const [main, fresh] = [document.querySelector("main"), page?.querySelector("main")];
  if (!main || !page || !fresh) {
    location.assign(address);
    return;
  }
  main.replaceChildren(...fresh.childNodes);
  document.title = page.title;
  done(main);
  attachAll(main);
}

async function contentOf(address: string): Promise<Document | null> {
  try {
    const answer = await fetch(address);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null; // no connection: the browser's own page says it best
  }
}
