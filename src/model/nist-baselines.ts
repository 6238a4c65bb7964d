/**
 * Base controls of the baselines that NIST publishes for SP 800-53, by revision; enhancements, which no mapping set names, are
 * left out. Source: usnistgov/oscal-content, profiles NIST_SP-800-53_rev4 (2015-01-22) and rev5 (5.1.1+u4); a corpus test
 * reads the profiles and compares.
 */
const added = {
  rev4: {
    LOW: "AC 1 2 3 7 8 14 17 18 19 20 22, AT 1 2 3 4, AU 1 2 3 4 5 6 8 9 11 12, CA 1 2 3 5 6 7 9, CM 1 2 4 6 7 8 10 11, CP 1 2 3 4 9 10, IA 1 2 4 5 6 7 8, IR 1 2 4 5 6 7 8, MA 1 2 4 5, MP 1 2 6 7, PE 1 2 3 6 8 12 13 14 15 16, PL 1 2 4, PS 1 2 3 4 5 6 7 8, RA 1 2 3 5, SA 1 2 3 4 5 9, SC 1 5 7 12 13 15 20 21 22 39, SI 1 2 3 4 5 12",
    MODERATE:
      "AC 4 5 6 11 12 21, AU 7, CM 3 5 9, CP 6 7 8, IA 3, IR 3, MA 3 6, MP 3 4 5, PE 4 5 9 10 11 17, PL 8, SA 8 10 11, SC 2 4 8 10 17 18 19 23 28, SI 7 8 10 11 16",
    HIGH: "AC 10, AU 10, CA 8, PE 18, SA 12 15 16 17, SC 3 24, SI 6",
    PRIVACY: "",
  },
  rev5: {
    LOW: "AC 1 2 3 7 8 14 17 18 19 20 22, AT 1 2 3 4, AU 1 2 3 4 5 6 8 9 11 12, CA 1 2 3 5 6 7 9, CM 1 2 4 5 6 7 8 10 11, CP 1 2 3 4 9 10, IA 1 2 4 5 6 7 8 11, IR 1 2 4 5 6 7 8, MA 1 2 4 5, MP 1 2 6 7, PE 1 2 3 6 8 12 13 14 15 16, PL 1 2 4 10 11, PS 1 2 3 4 5 6 7 8 9, RA 1 2 3 5 7, SA 1 2 3 4 5 8 9 22, SC 1 5 7 12 13 15 20 21 22 39, SI 1 2 3 4 5 12, SR 1 2 3 5 8 10 11 12",
    MODERATE:
      "AC 4 5 6 11 12 21, AU 7, CM 3 9 12, CP 6 7 8, IA 3 12, IR 3, MA 3 6, MP 3 4 5, PE 4 5 9 10 11 17, PL 8, RA 9, SA 10 11 15, SC 2 4 8 10 17 18 23 28, SI 7 8 10 11 16, SR 6",
    HIGH: "AC 10, AU 10, CA 8, PE 18, SA 16 17 21, SC 3 24, SI 6, SR 9",
    PRIVACY:
      "AC 1, AT 1 2 3 4, AU 1 2 11, CA 1 2 5 6 7, CM 1 4, IR 1 2 3 4 5 6 7 8, MP 1 6, PL 1 2 4 8 9, PM 3 4 6 7 8 9 10 11 13 14 17 18 19 20 21 22 24 25 26 27 28 31, PS 6, PT 1 2 3 4 5 6 7 8, RA 1 3 7 8, SA 1 2 3 4 9 11, SI 1 12 18 19",
  },
} as const;

/** Each holds what the one before holds, but PRIVACY, which stands for itself and which rev4 does not have. */
export const nistBaselines = ["LOW", "MODERATE", "HIGH", "PRIVACY"] as const;
export type NistBaseline = (typeof nistBaselines)[number];

/** Base controls of a baseline, folded as `foldCapabilityId` does (`ac-2`); null for a revision without published ones. */
export function nistBaseline(revision: string, baseline: NistBaseline): ReadonlySet<string> | null {
  const parts = Object.entries(added).find(([name]) => name === revision)?.[1];
  if (parts === undefined) return null;
  const names =
    baseline === "PRIVACY" ? ([baseline] as const) : nistBaselines.slice(0, nistBaselines.indexOf(baseline) + 1);
  return new Set(names.flatMap((name) => controlsIn(parts[name])));
}

function controlsIn(families: string): readonly string[] {
  return families.split(", ").flatMap((words) => {
    const [family = "", ...numbers] = words.split(" ");
    return numbers.map((number) => `${family.toLowerCase()}-${number}`);
  });
}
