import { sameList } from "./column-builder.js";
import { byLetters } from "./order.js";

/** Platforms that the publisher renamed or put together: 9.0 IaaS, 16.0 suites and identity, 17.0 network devices. */
const renamed: ReadonlyMap<string, string> = new Map([
  ["AWS", "IaaS"],
  ["GCP", "IaaS"],
  ["Azure", "IaaS"],
  ["Azure AD", "Identity Provider"],
  ["Office 365", "Office Suite"],
  ["Google Workspace", "Office Suite"],
  ["Network", "Network Devices"],
]);

/** Whether two lists name the same platforms in the newest words: a new word alone is no change of the technique. */
export function samePlatforms(a: readonly string[], b: readonly string[]): boolean {
  return sameList(inNewWords(a), inNewWords(b));
}

function inNewWords(platforms: readonly string[]): readonly string[] {
  return [...new Set(platforms.map((platform) => renamed.get(platform) ?? platform))].sort(byLetters);
}
