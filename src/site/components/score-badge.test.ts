import { describe, expect, it } from "vitest";
import { scoreBadge, scoreMarks } from "./score-badge.js";

const row = {
  status: "complete",
  side: "defense",
  function: "protect",
  rating: null,
  mappingType: "technique_scores",
  scoreCategory: "protect",
  scoreValue: null,
} as const;

/** What a reader without the drawing gets. */
function wordsOf(markup: { toString(): string }): string {
  return String(markup)
    .replace(/<[^>]*>/g, "")
    .trim();
}

describe("scoreBadge", () => {
  it("says function and rating in marks and in words", () => {
    const made = scoreBadge({ ...row, rating: "partial", scoreValue: "partial" });
    expect(wordsOf(made)).toBe("Protect &middot; partial");
    expect(String(made)).toContain("#m-p2");
  });

  it("tells a missing value from a row that is not scored", () => {
    expect(wordsOf(scoreBadge(row))).toBe("Protect &middot; value missing");
    const unscored = scoreBadge({ ...row, mappingType: "mitigates", scoreCategory: null });
    expect(wordsOf(unscored)).toBe("Mitigates &middot; not scored");
    expect(String(unscored)).toContain("#m-p0");
  });

  it("gives threat rows a plain tag, never marks", () => {
    const made = scoreBadge({
      ...row,
      status: "complete",
      side: "threat",
      function: null,
      scoreCategory: null,
      mappingType: "related-to",
    });
    expect(wordsOf(made)).toBe("Related to");
    expect(String(made)).not.toContain("<svg");
  });

  it("keeps a type that says more than the score", () => {
    expect(wordsOf(scoreBadge({ ...row, rating: "minimal", mappingType: "windows_11" }))).toBe(
      "Protect &middot; minimalWindows 11",
    );
  });
});

describe("scoreMarks", () => {
  it("hides its words from sight, not from readers", () => {
    expect(String(scoreMarks("detect", null))).toContain('<span class="visually-hidden">Detect not scored</span>');
  });
});

it("says non-mappable, and nothing of a function, where that is all a row says", () => {
  const row = {
    side: "defense",
    function: null,
    rating: null,
    mappingType: null,
    scoreCategory: null,
    scoreValue: null,
  } as const;
  const badge = scoreBadge({ ...row, status: "non_mappable" }).toString();
  expect(badge).toContain("non-mappable");
  expect(badge).not.toContain("missing");
});
