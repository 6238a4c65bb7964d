import type { Problem } from "../site/answer.js";
import { tellFailure, tellingOf } from "./failure.js";
import type { CliHost } from "./host.js";

/** Says on stderr why there is no answer, and which commands would give one. Returns the exit code: 2 for a malformed question. */
export function reportProblem({ host, options }: Asked, problem: Problem): number {
  tellFailure(host, tellingOf(options), problem);
  return problem.status === 400 ? 2 : 1;
}

/** What is needed of a command's context. */
interface Asked {
  readonly host: Pick<CliHost, "err" | "colour" | "errColumns">;
  readonly options: { readonly format: string; readonly color: boolean };
}
