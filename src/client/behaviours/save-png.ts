/** Beside a link to an SVG file of this site: the same picture as a PNG, drawn by the browser at twice its size. */
export function attach(element: HTMLElement): void {
  if (!(element instanceof HTMLAnchorElement) || !isSent(element)) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = "PNG";
  button.addEventListener("click", () => void save(element));
  element.after(button);
}

/**
 * Whether a host sends the picture of just this link. On a host that only sends files a question gets the picture of all, behind
 * `#` nothing is sent, and one that is made in the browser is no image of a page's own origin (site/page-policy.ts).
 */
function isSent({ hash, search }: HTMLAnchorElement): boolean {
  return hash === "" && (search === "" || document.documentElement.dataset.site !== "static");
}

async function save(link: HTMLAnchorElement): Promise<void> {
  const image = new Image();
  image.src = link.href;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const address = canvas.toDataURL("image/png");
  const saving = document.createElement("a");
  saving.href = address;
  saving.download = link.download.replace(/\.svg$/, ".png");
  saving.click();
}
