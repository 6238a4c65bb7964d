import { describe, expect, it } from "vitest";
import { answer } from "../answer.js";
import { capabilityFields, techniqueFields } from "../fields.js";
import { ask } from "./ask.js";

/** What a view is asked where a program, which may be JavaScript, asks this; the code and the sentence of the problem instead. */
function asked(question: unknown): unknown {
  const answered = ask(techniqueFields, question as { readonly id: string }, answer);
  return answered.ok ? answered.view : `${answered.problem.code} ${answered.problem.detail}`;
}

describe("a question of a program", () => {
  it.each([
    { id: "T1059" },
    { id: "T1059", framework: "m365,azure", function: "detect", "min-rating": "partial", aligned: "16.1" },
  ])("reaches the view as it is: %j", (question) => {
    expect(asked(question)).toBe(question);
  });

  it.each([
    [
      { id: "T1059", minRating: "partial" },
      { id: "T1059", "min-rating": "partial" },
    ],
    [
      { id: "T1059", "aligned-to": "16.1" },
      { id: "T1059", aligned: "16.1" },
    ],
    [
      { id: "T1059", alignedTo: "16.1" },
      { id: "T1059", aligned: "16.1" },
    ],
    [{ id: "T1059", framework: undefined, function: null, rating: " " }, { id: "T1059" }],
    [
      { id: "T1059", attack: 16.1, framework: ["m365", "azure"] },
      { id: "T1059", attack: "16.1", framework: "m365,azure" },
    ],
    [{ attack: "16.1" }, { id: "", attack: "16.1" }],
    [{ id: "" }, { id: "" }],
    [{ id: [] }, { id: "" }],
    [{ id: "T1059\ud800" }, { id: "T1059\ufffd" }],
    [{}, { id: "" }],
    [undefined, { id: "" }],
    [null, { id: "" }],
    [7, { id: "" }],
    [{ id: "-T1059" }, { id: "-T1059" }],
  ])("is put in the words of addresses: %j", (question, words) => {
    expect(asked(question)).toEqual(words);
  });

  it.each([
    [{ id: "T1059", framwork: "m365" }, 'TM4104 This question takes no field "framwork". Did you mean framework?'],
    [{ id: "T1059", minRatng: "partial" }, 'TM4104 This question takes no field "minRatng". Did you mean min-rating?'],
    [{ ID: "T1059" }, 'TM4104 This question takes no field "ID". Did you mean id?'],
    [
      { id: "T1059", alignedTo: "16.1", aligned: "16.1" },
      'TM4105 "aligned" is given more than once; one value answers one question.',
    ],
    [{ id: {} }, "TM4004 An object names no id: a text does, or a list of texts."],
    [{ id: Object.create(null) }, "TM4004 An object names no id: a text does, or a list of texts."],
    [
      { id: "T1059", minRating: [["partial"]] },
      "TM4004 An object names no minRating: a text does, or a list of texts.",
    ],
    [{ id: "T1059", framwork: {} }, 'TM4104 This question takes no field "framwork". Did you mean framework?'],
    [
      "T1059",
      'TM4104 This question takes no field "0". It takes id, attack, aligned, framework, function, min-rating, rating.',
    ],
    [
      { id: "T1059", minRating: "partial", "min-rating": "minimal" },
      'TM4105 "min-rating" is given more than once; one value answers one question.',
    ],
    [{ id: "T1059", framework: "," }, 'TM4004 "," names no framework.'],
  ])("is refused where it would be answered without a part of it: %j", (question, problem) => {
    expect(asked(question)).toBe(problem);
  });
});

it("names that objects have by nature are no fields", () => {
  for (const name of ["constructor", "__proto__", "toString"]) {
    const question = JSON.parse(`{ "framework": "nist", "id": "AC-2", "${name}": "x" }`) as {
      framework: string;
      id: string;
    };
    const answered = ask(capabilityFields, question, answer);
    expect([name, !answered.ok && answered.problem.code]).toEqual([name, "TM4104"]);
  }
});
