import { counted } from "../../base/counted.js";
import type { Sharing, SharingCapability } from "../views/sharing.js";

/** How many capabilities of a framework are shown at once, on the page and in the terminal. */
export const mostShared = 5;

/** What is said of all capabilities of a framework, those with most techniques, and the rest. */
export function sharingParts({ capabilities }: Sharing): {
  readonly meta: string;
  readonly most: readonly SharingCapability[];
  readonly rest: readonly SharingCapability[];
} {
  return {
    meta: `${counted(capabilities.length, "capability", "capabilities")} with a row on any of them`,
    most: capabilities.slice(0, mostShared),
    rest: capabilities.slice(mostShared),
  };
}
