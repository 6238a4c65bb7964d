import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { homeFolder } from "./home.js";

it.each([
  [{ TIDEMAP_HOME: "/data/t" }, resolve("/data/t")],
  [{ TIDEMAP_HOME: "relative" }, resolve("relative")],
  [{ XDG_DATA_HOME: "/xdg" }, join("/xdg", "tidemap")],
  [{ TIDEMAP_HOME: "", XDG_DATA_HOME: "/xdg" }, join("/xdg", "tidemap")],
])("%j is at %s", (env, folder) => expect(homeFolder({ env })).toBe(folder));

it("takes no relative XDG folder, as its specification says", () => {
  expect(homeFolder({ env: { XDG_DATA_HOME: "here" } })).not.toContain("here");
});
