import type { MatrixLevel } from "../views/matrix-metric.js";

/** The light theme's depth ramp, for files that carry no style sheet. */
export const depthColors = {
  0: { fill: "#ffffff", text: "#46535f" },
  1: { fill: "#e4eff0", text: "#17212b" },
  2: { fill: "#c0dde1", text: "#17212b" },
  3: { fill: "#8cc3cd", text: "#17212b" },
  4: { fill: "#4c9db0", text: "#0b1116" },
  5: { fill: "#0f5a74", text: "#ffffff" },
  unscored: { fill: "#f1f0ea", text: "#17212b" },
} as const satisfies Record<MatrixLevel, { readonly fill: string; readonly text: string }>;

/** What nobody answers, in files where white is a technique that is not meant. */
export const unansweredColor = "#f2c27b";
