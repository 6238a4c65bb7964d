/** Beside a link to an SVG file of this site: the same picture as a PNG, drawn by the browser at twice its size. */
export function attach(element: HTMLElement): void {
  if (!(element instanceof HTMLAnchorElement)) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = "PNG";
  button.addEventListener("click", () => void save(element));
  element.after(button);
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
