/** `MM/DD/YYYY` or `M/D/YYYY`, or with dots, as a day that sorts (`2025-07-28`); null for anything else. */
export function dayOf(text: string | null | undefined): string | null {
  const match = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec((text ?? "").trim());
  if (!match) return null;
  const [month, day, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A publisher's date as every reader reads it alike; what is no date stays as it was written. */
export function shownDay(text: string | null): string | null {
  return text === null ? null : (dayOf(text) ?? text);
}
