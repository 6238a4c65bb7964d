/** The command line as a process: pipes that close, signals, the exit code as a shell sees it. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../scripts/build.mjs";
import { CHECKOUT } from "../../scripts/checkout.mjs";
import { temporaryFolder } from "./fake-host.js";
import { ownSet } from "./own-set.js";

const folder = temporaryFolder();
beforeAll(() => build({ parts: ["node"] }));
afterAll(() => folder.remove());

const env = { ...process.env, TIDEMAP_HOME: join(folder.path, "home") };

function tidemap(...words: readonly string[]) {
  return spawnSync(process.execPath, ["bin/tidemap.js", ...words], { cwd: CHECKOUT, encoding: "utf8", env });
}

describe("the process", () => {
  it("answers on stdout, without an escape code, and ends with 0", () => {
    const { status, stdout, stderr } = tidemap("technique", "T1550.001");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^T1550\.001 Application Access Token\n/);
    expect(stdout).not.toContain("\u001b");
  });

  it("talks on stderr and ends with 1 or 2", () => {
    expect(tidemap("technique", "T9999")).toMatchObject({ status: 1, stdout: "" });
    expect(tidemap("techniqe", "T9999")).toMatchObject({ status: 2, stdout: "" });
  });

  it("is quiet about a reader that has seen enough", async () => {
    const child = spawn(process.execPath, ["bin/tidemap.js", "set", "nist_800_53/rev5/16.1/enterprise", "--json"], {
      cwd: CHECKOUT,
      env,
    });
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [code] = (await once(child, "close")) as [number | null];
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  it("writes large answers whole into a pipe", () => {
    const { stdout } = tidemap("set", "nist_800_53/rev5/16.1/enterprise", "--format", "csv");
    expect(stdout.trimEnd().split("\n")).toHaveLength(1 + 5410);
  });
});

describe("two threads", () => {
  it("write the same files and say the same as one", () => {
    const [one, two] = ["0", "1"].map((jobs) => {
      const sets = ["csa_ccm/4.1/17.1/enterprise", "kev/07.28.2025/16.1/mobile", "m365/07.18.2025/16.1/enterprise"];
      const out = join(folder.path, `jobs-${jobs}`);
      const { status, stderr } = tidemap("export", ...sets, "--to", "csv,xlsx,stix", "--jobs", jobs, "--out", out);
      const files = readdirSync(out).sort();
      return {
        status,
        said: stderr.replaceAll(out, "OUT"),
        files: files.map((name) => [name, readFileSync(join(out, name)).toString("base64")]),
      };
    });
    expect(one?.files).toHaveLength(9);
    expect(two).toEqual(one);
  });
});

describe.each(["SIGINT", "SIGTERM"] as const)("%s", (signal) => {
  it("ends a compilation with 130, and leaves nothing behind", async () => {
    const sources = join(folder.path, `sources-${signal}`);
    mkdirSync(sources);
    for (let file = 0; file < 40; file++) {
      const { metadata, ...rows } = ownSet(2000);
      const own = { metadata: { ...(metadata as object), mapping_framework: `acme${file}` }, ...rows };
      writeFileSync(join(sources, `${file}.json`), JSON.stringify(own));
    }
    const out = join(folder.path, `facts-${signal}`);
    const child = spawn(process.execPath, ["bin/tidemap.js", "compile", "--from", sources, "--out", out], {
      cwd: CHECKOUT,
      env,
    });
    await once(child.stderr, "data");
    child.kill(signal);
    const [code] = (await once(child, "close")) as [number | null];
    expect(code).toBe(130);
    expect(readdirSync(folder.path).filter((name) => name.includes("facts"))).toEqual([]);
  });
});
