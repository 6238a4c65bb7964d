import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../test/embedded.js";
import { LiveStatus } from "./live-status.js";

it("grows its version with every change, and only then", () => {
  const live = new LiveStatus(embeddedKnowledge);
  const versions = [live.status.version];
  const after = (change: () => void) => {
    change();
    versions.push(live.status.version);
  };
  after(() => live.say("loading"));
  after(() => live.say("loading"));
  after(() => live.reload());
  after(() => live.say(null));
  expect(versions).toEqual([1, 2, 2, 3, 4]);
});

it("keeps the notice over a reload, and everything when a reload fails", () => {
  let fails = false;
  const live = new LiveStatus(() => {
    if (fails) throw new Error("torn file");
    return embeddedKnowledge();
  });
  live.say("loading");
  live.reload();
  expect(live.status.notice).toBe("loading");
  fails = true;
  const before = { knowledge: live.knowledge, status: live.status };
  expect(() => live.reload()).toThrow("torn file");
  expect({ knowledge: live.knowledge, status: live.status }).toEqual(before);
});
