import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CHECKOUT } from "../../scripts/checkout.mjs";
import { writeWhole } from "./write-whole.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tidemap-whole-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a file written whole", () => {
  it("is there with all its bytes, alone", () => {
    writeWhole(join(folder, "text"), "ä\n");
    writeWhole(join(folder, "bytes"), Uint8Array.of(0, 255));
    expect(readFileSync(join(folder, "text"), "utf8")).toBe("ä\n");
    expect([...readFileSync(join(folder, "bytes"))]).toEqual([0, 255]);
    expect(readdirSync(folder).sort()).toEqual(["bytes", "text"]);
  });

  it.skipIf(process.platform === "win32")("keeps the mode of the one it replaces, and a link to it", () => {
    const [file, link] = [join(folder, "file"), join(folder, "link")];
    writeFileSync(file, "old");
    chmodSync(file, 0o640);
    symlinkSync(file, link);
    writeWhole(link, "new");
    expect(readFileSync(file, "utf8")).toBe("new");
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readFileSync(link, "utf8")).toBe("new");
    expect(readdirSync(folder).sort()).toEqual(["file", "link"]);
  });

  it("cannot take the place of a folder, and leaves nothing then", () => {
    expect(() => writeWhole(folder, "")).toThrow(/EISDIR|EPERM|EEXIST/);
    expect(() => writeWhole(join(folder, "none", "file"), "")).toThrow(/ENOENT/);
    expect(readdirSync(folder)).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => join(tmpdir(), name).startsWith(`${folder}.`))).toEqual([]);
  });
});

// A limit on the size of files does what a full disk does: the first write is short, only the next is refused.
describe.skipIf(process.platform === "win32")("on a disk that takes a part only", () => {
  it.each([
    ["a text", `"x".repeat(100_000)`],
    ["bytes", "new Uint8Array(100_000)"],
  ])("leaves the old file, and says so: %s", async (_, body) => {
    const script = join(folder, "script.mjs");
    await build({
      stdin: {
        contents: `import { writeWhole } from "./write-whole.js";
          try { writeWhole("mine", ${body}); } catch ({ code, path }) { console.log(code, path); }`,
        resolveDir: join(CHECKOUT, "src", "sources"),
      },
      outfile: script,
      bundle: true,
      platform: "node",
      format: "esm",
    });
    writeFileSync(join(folder, "mine"), "mine");
    const limited = `trap "" XFSZ; ulimit -f 8; exec "$0" "$1"`;
    const said = spawnSync("bash", ["-c", limited, process.execPath, script], { cwd: folder, encoding: "utf8" });
    expect(said).toMatchObject({ stdout: "EFBIG mine\n", stderr: "" });
    expect(readFileSync(join(folder, "mine"), "utf8")).toBe("mine");
    expect(readdirSync(folder).sort()).toEqual(["mine", "script.mjs"]);
  });
});
