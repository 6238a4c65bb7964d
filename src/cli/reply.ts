import type { Answer } from "../site/answer.js";
import { toJson } from "../site/json.js";
import type { Context } from "./context.js";
import type { Screen } from "./layout/screen.js";
import { reportProblem } from "./problem.js";

/** How one kind of answer is written. Both are loaded when they are asked for. */
export interface Shapes<View> {
  /** Text for people, wrapped to the screen. */
  screen(): Promise<(view: View, screen: Screen) => string>;
  /** One record a line, the same keys in all: mapping rows where the answer has some, else its list. */
  records(view: View): readonly object[];
}

/** Writes an answer in the format asked for, or the problem; returns the exit code. */
export async function reply<View>(context: Context, answer: Answer<View>, shapes: Shapes<View>): Promise<number> {
  if (!answer.ok) return reportProblem(context, answer.problem);
  const { host, options } = context;
  const { view } = answer;
  const writers = {
    json: () => `${JSON.stringify(toJson(view), null, 2)}\n`,
    csv: async () => (await import("./csv.js")).toCsv(shapes.records(view)),
    table: async () => {
      const [render, { screenOf }] = await Promise.all([shapes.screen(), import("./layout/screen.js")]);
      return render(view, screenOf(host, options.color));
    },
  } as const satisfies Record<Context["options"]["format"], () => string | Promise<string>>;
  host.out(await writers[options.format]());
  return 0;
}
