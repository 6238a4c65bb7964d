import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolder } from "./make-folder.js";

describe("a folder", () => {
  let root = "";
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "tidemap-folder-"));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("is made with all above it, and may be there already", () => {
    const deep = join(root, "a", "b", "c");
    makeFolder(deep);
    makeFolder(deep);
    expect(existsSync(deep)).toBe(true);
  });

  it("cannot stand below a file", () => {
    writeFileSync(join(root, "file"), "");
    expect(() => makeFolder(join(root, "file", "below"))).toThrow(/ENOTDIR/);
    expect(() => makeFolder(join(root, "file"))).toThrow(/EEXIST/);
  });

  it("cannot be where a link leads nowhere, or in a circle", () => {
    symlinkSync(join(root, "nowhere"), join(root, "dangling"));
    symlinkSync(join(root, "circle"), join(root, "circle"));
    expect(() => makeFolder(join(root, "dangling"))).toThrow(/EEXIST/);
    expect(() => makeFolder(join(root, "circle", "below"))).toThrow(/ELOOP/);
  });

  it.skipIf(!existsSync("/proc/self"))("below /proc is refused at once", () => {
    expect(() => makeFolder("/proc/nope/tidemap")).toThrow(/ENOENT|EACCES|EPERM/);
  });
});
