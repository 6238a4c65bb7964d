import { attach as popover } from "./popover.js";

/** How pages look: kept in this browser, never in an address. The empty value follows the system. */
const names = ["theme", "contrast", "density"] as const;

const key = (name: string) => `tidemap-${name}`;

/** Puts the stored choices on the document; the style sheet reads them there. */
export function applyPreferences(): void {
  for (const name of names) set(name, read(name));
}

/** Checks the radio buttons that stand for the stored choices, and stores new ones. */
export function attach(element: HTMLElement): void {
  for (const radio of element.querySelectorAll("input")) radio.checked = radio.value === read(radio.name);
  element.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    set(target.name, target.value);
    write(target.name, target.value);
  });
  popover(element);
}

function set(name: string, value: string): void {
  const { dataset } = document.documentElement;
  if (value === "") delete dataset[name];
  else dataset[name] = value;
}

function read(name: string): string {
  try {
    return localStorage.getItem(key(name)) ?? "";
  } catch {
    return ""; // storage is switched off: nothing is remembered
  }
}

function write(name: string, value: string): void {
  try {
    if (value === "") localStorage.removeItem(key(name));
    else localStorage.setItem(key(name), value);
  } catch {
    // storage is switched off: the choice holds for this page
  }
}
