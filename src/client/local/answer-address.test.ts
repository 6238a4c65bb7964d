import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { answerAddress, answerFile } from "./answer-address.js";

const kb = embeddedKnowledge();
const at = (address: string) => new URL(address, "http://tidemap.invalid");
const content = (address: string) => {
  const answer = answerAddress(kb, at(address));
  return "content" in answer ? answer.content : answer.moved;
};

describe("a query is read as the server reads it", () => {
  it("by either name of a parameter", () => {
    expect(content("/techniques/T1550.001/?aligned-to=16.1")).toBe(content("/techniques/T1550.001/?aligned=16.1"));
    expect(content("/techniques/T1550.001/?aligned-to=16.1")).not.toBe(content("/techniques/T1550.001/"));
  });

  it("and commas alone ask nothing, of a page", () => {
    expect(content("/techniques/T1550.001/?framework=,")).toBe(content("/techniques/T1550.001/"));
  });

  it("of a file too", async () => {
    const [other, own] = await Promise.all(
      ["aligned-to", "aligned"].map((name) => answerFile(kb, at(`/techniques/T1550.001/rows.csv?${name}=16.1`))),
    );
    expect(own?.body).toContain("T1550.001");
    expect(other?.body).toBe(own?.body);
  });
});
