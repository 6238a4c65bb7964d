/** Gives a person a file that was made in the browser. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken it by the next turn of events.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
