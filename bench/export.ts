/** Budgets: the complete static export, at most 1 s per 1,000 pages and 400 MB; the old site takes 5.0 s and 362 MB. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench } from "./budget.js";
import { runNode } from "./measure.js";

const bench: Bench = async () => {
  const out = mkdtempSync(join(tmpdir(), "tidemap-bench-"));
  try {
    const build = ["bin/tidemap.js", "build", "--out", join(out, "site"), "--base", "/a/b/", "--json"];
    const env = { TIDEMAP_HOME: join(out, "home") };
    const whole = await runNode(build, { peak: true, env });
    const again = await runNode(build, { env });
    const { pages, files, bytes } = JSON.parse(whole.stdout) as Readonly<Record<"pages" | "files" | "bytes", number>>;
    const { changed } = JSON.parse(again.stdout) as { readonly changed: number };
    const from = {
      pages,
      files,
      bytes,
      seconds: whole.ms / 1000,
      againSeconds: again.ms / 1000,
      changedAgain: changed,
    };
    return [
      {
        id: "export-pages",
        what: "tidemap build of everything, whole process, seconds per 1,000 pages",
        value: whole.ms / pages,
        budget: { max: 1 },
        from,
      },
      {
        id: "export-peak",
        what: "its peak memory, MB",
        value: whole.peakBytes / 1e6,
        budget: { max: 400 },
        from: { peakBytes: whole.peakBytes },
      },
      {
        id: "export-again",
        what: "files that a second run over the same folder writes",
        value: changed,
        budget: { max: 0 },
        from: { againSeconds: again.ms / 1000 },
      },
    ];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};

export default bench;
