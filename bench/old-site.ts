/**
 * What the site and the tools before us take for the same, by the id of our figure: measured once on a machine like the one
 * that our budgets were set on (two cores), not in our runs. Words, since some are ranges; what they are of stands in
 * brackets where it is not the same as ours.
 */
export const oldSite: Readonly<Record<string, string>> = {
  "validate-33": "3.2 (the schema alone)",
  "convert-six": "3.56",
  "convert-six-peak": "175",
  "convert-all": "49",
  "search-list": "661",
  "search-key": "960 to 1,700",
  "page-bytes": "556",
  "page-requests": "27 to 32 (fonts not counted)",
  "set-bytes": "571 (for 550 of the rows; all 691)",
  "set-filter": "830",
  "matrix-bytes": "28,600 (before compression)",
  "matrix-repaint": "1,300 to 1,700",
  "export-pages": "5.0",
  "export-peak": "362",
};
