import { describe, expect, it } from "vitest";
import type { GaugeBar } from "../views/gauge.js";
import { tideGauge } from "./tide-gauge.js";

function bar(major: number, rows: number): GaugeBar {
  const release = `${major}.1` as GaugeBar["release"];
  return { major, release, rows, releases: rows > 0 ? [{ release, rows }] : [], exists: true };
}

const gauge = {
  bars: [bar(17, 9), bar(18, 0), bar(19, 0)],
  current: { release: "19.0", rows: 40, href: "/now/" },
  shown: null,
  carried: true,
  href: (release: string) => `/v/${release}/`,
};

describe("tideGauge", () => {
  it("links every release with rows and the current view", () => {
    const made = String(tideGauge(gauge));
    expect([...made.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual(["/v/17.1/", "/now/"]);
    expect(made).toContain('href="/now/" aria-current="page"');
  });

  it("draws heights as attributes, the tallest in full", () => {
    expect([...String(tideGauge(gauge)).matchAll(/height="(\d+)"/g)].map((match) => match[1])).toEqual([
      "9",
      "1",
      "40",
    ]);
  });

  it("shows the authored release where that is the view", () => {
    const made = String(
      tideGauge({ ...gauge, shown: "17.1", carried: false, current: { ...gauge.current, rows: null } }),
    );
    expect(made).toContain('href="/v/17.1/" aria-current="page"');
    expect(made).not.toContain('href="/now/" aria-current');
  });
});
