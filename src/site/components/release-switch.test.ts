import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { techniqueView } from "../views/technique.js";
import { releaseSwitch } from "./release-switch.js";

const kb = embeddedKnowledge();
const switchOf = (id: string) => {
  const answered = techniqueView(kb, { id });
  if (!answered.ok) throw new Error(`${id} is loaded`);
  return String(releaseSwitch(answered.view.view, (release) => `/${release ?? "now"}/`));
};

it("links lead to releases that hold the object, and the others are named", () => {
  const text = switchOf("T1550.001");
  expect(text).toContain('<a href="/7.0/">7.0</a>');
  expect(text).not.toContain('href="/6.3/"');
  expect(text).toContain("Not in 1.0 to 6.3; first in 7.0.");
});

it("what stands in every release says nothing of absence; what is new names all that came before", () => {
  expect(switchOf("T1059")).not.toContain("Not in");
  expect(switchOf("T1685")).toContain("Not in 1.0 to 18.1; first in 19.0.");
});
