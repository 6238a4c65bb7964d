/** The command line as a process: pipes that close, signals, the exit code as a shell sees it. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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

/** A line of bash, in the folder of this test. */
function shell(line: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const script = `tidemap() { "$TIDEMAP_NODE" "$TIDEMAP_BIN" "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
    cwd: folder.path,
    encoding: "utf8",
    env: {
      ...env,
      NODE_DISABLE_COMPILE_CACHE: "1",
      TIDEMAP_NODE: process.execPath,
      TIDEMAP_BIN: join(CHECKOUT, "bin", "tidemap.js"),
    },
  });
  return { status, stdout, stderr };
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

  it.skipIf(process.platform === "win32").each([
    [0, "technique T1059 --json | true"],
    [3, "validate flawed.json --format json | true"],
    [1, "technique T9999 2>&1 | true"],
  ])("ends with its own code, %d, where the reader is gone: tidemap %s", (code, line) => {
    writeFileSync(join(folder.path, "flawed.json"), "{ half");
    const { stdout, stderr } = shell(`tidemap ${line}; echo "\${PIPESTATUS[0]}"`);
    expect({ stdout, stderr }).toEqual({ stdout: `${code}\n`, stderr: "" });
  });

  it.skipIf(!existsSync("/dev/full"))("says that the disk is full, and ends with 1", () => {
    const said = shell("tidemap technique T1059 --format csv > /dev/full");
    expect(said).toEqual({ status: 1, stdout: "", stderr: expect.any(String) as string });
    expect(said.stderr).toBe("tidemap: The output cannot be written: the disk is full. (TM5080)\n");
    expect(shell("tidemap technique T9999 2> /dev/full")).toMatchObject({ status: 1 });
    expect(shell("tidemap completion bash 2> /dev/full")).toMatchObject({ status: 0 });
  });

  // The first write is short, as on a disk that fills; only the next one is refused.
  it.skipIf(process.platform === "win32")("does not end with 0 where a part of the answer was written", () => {
    const set = "m365/07.18.2025/16.1/enterprise";
    const said = shell(`trap "" XFSZ; ulimit -f 8; tidemap set ${set} --format csv > part.csv`);
    expect(said).toMatchObject({ status: 1 });
    expect(said.stderr).toMatch(/^tidemap: The output cannot be written: .*\(TM5080\)$/m);
    expect(shell(`tidemap set ${set} --format csv > all.csv; echo end >> all.csv`)).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder.path, "all.csv"), "utf8")).toBe(
      `${tidemap("set", set, "--format", "csv").stdout}end\n`,
    );
  });

  it("writes large answers whole into a pipe", () => {
    const { stdout } = tidemap("set", "nist_800_53/rev5/16.1/enterprise", "--format", "csv");
    expect(stdout.trimEnd().split("\n")).toHaveLength(1 + 5410);
  });
});

const mayMount = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;

describe.skipIf(!mayMount)("a disk that fills while sets are compiled", () => {
  const wordy = (name: string, comments: string) => {
    const { metadata, mapping_objects } = ownSet(1);
    const rows = (mapping_objects as readonly object[]).map((row) => ({ ...row, comments }));
    return JSON.stringify({ metadata: { ...(metadata as object), mapping_framework: name }, mapping_objects: rows });
  };

  it("leaves the store as it was", () => {
    const own = join(folder.path, "wordy");
    mkdirSync(own);
    mkdirSync(join(folder.path, "small"));
    writeFileSync(join(own, "a.json"), wordy("a", "words"));
    writeFileSync(join(folder.path, "b.json"), wordy("b", "x".repeat(190_000)));
    // 200 kB hold all the facts and the comments of a, and not those of b.
    const said = shell(`cat > full.sh <<'END'
      mount -t tmpfs -o size=200k none small
      export TIDEMAP_HOME=$PWD/small/home
      tidemap() { "$TIDEMAP_NODE" "$TIDEMAP_BIN" "$@"; }
      sums() { find small -type f -exec sha256sum {} + | sort; }
      tidemap compile --from wordy --quiet
      sums
      sed -i s/words/others/ wordy/a.json
      cp b.json wordy
      tidemap compile --from wordy --quiet
      echo "ends with $?"
      sums
END
      unshare -rm bash full.sh`);
    const [before, after] = said.stdout.split("ends with 1\n");
    expect(before?.split("\n").length).toBeGreaterThan(5);
    expect(after).toBe(before);
    expect(said.stderr).toMatch(
      /^tidemap: \S+\/texts\/sets\/b_2\S+ cannot be written: the disk is full\. \(TM5081\)\n$/,
    );
  });
});

describe.skipIf(process.platform === "win32")("standard input", () => {
  it("is read as a table where it begins as one: as a file with the same bytes is", () => {
    const set = "csa_ccm/4.1/17.1/enterprise";
    shell(`tidemap export ${set} --to csv,xlsx --out in`);
    for (const ending of ["csv", "xlsx"]) {
      const said = shell(`tidemap convert - --to jsonl < in/*.${ending}`);
      expect(said).toMatchObject({ status: 0, stdout: shell(`tidemap convert in/*.${ending} --to jsonl`).stdout });
      expect(said.stdout.split("\n").length).toBe(941);
    }
    const lines = shell("tidemap convert in/*.csv --to jsonl | tidemap convert - --to csv");
    expect(lines).toMatchObject({ status: 0, stdout: shell("cat in/*.csv").stdout });
    const { summary } = JSON.parse(shell("tidemap validate - --json < in/*.csv").stdout);
    expect(summary).toMatchObject({ files: 1, rows: 940 });
    shell("tidemap convert in/*.csv --to yaml --out in/own.yaml");
    expect(shell("tidemap convert - --to jsonl < in/own.yaml").stdout.split("\n").length).toBe(941);
  });

  it("of unknown columns is refused in the words that a file is", () => {
    writeFileSync(join(folder.path, "other.csv"), "Control,Technique\nA,T1059\n");
    const [piped, named] = ["- --to yaml --json < other.csv", "other.csv --to yaml --json"].map((words) =>
      shell(`tidemap convert ${words}`),
    );
    expect(piped).toEqual({ ...named, stderr: named?.stderr.replace("other.csv", "stdin") });
    expect(JSON.parse(piped?.stderr ?? "")).toMatchObject({ code: "TM0012" });
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
