import { describe, expect, it } from "vitest";
import { type ProblemCode, problemCodes } from "../../src/site/openapi-problems.js";
import { found, sources } from "../docs/documents.js";
import { fakeApp } from "./fake-site.js";

const faults: string[] = [];
const app = fakeApp({ fault: (error, target) => faults.push(`${target}: ${(error as Error).message}`) });

interface Case {
  readonly code: ProblemCode;
  readonly target: string;
  readonly method?: string;
}

const long = "1".repeat(3000);

const cases: readonly Case[] = [
  { code: "TM4010", target: "/things/13/" },
  { code: "TM4100", target: "/nothing/" },
  { code: "TM4101", target: "/things/1/", method: "POST" },
  { code: "TM4102", target: `/things/${long}/` },
  { code: "TM4102", target: `/things/1/?q=${long}` },
  { code: "TM4103", target: "/things/%/" },
  { code: "TM4103", target: "/things/%E0%A4/" },
  { code: "TM4106", target: `/things/1/?${"q=1&".repeat(40)}` },
  { code: "TM4190", target: "/things/99/" },
];

const apiOnly: readonly Case[] = [
  { code: "TM4104", target: "/things/1/?alined=16.1" },
  { code: "TM4104", target: "/things/1/?zzz=1" },
  { code: "TM4105", target: "/things/1/?q=1&q=2" },
  { code: "TM4105", target: "/things/1/?aligned=1&aligned-to=2" },
];

describe("problems of the API", () => {
  it.each([...cases, ...apiOnly])("$code $target has the one shape", async ({ code, target, method = "GET" }) => {
    const address = `/api/v1${target}`;
    const answer = await app.request(address, { method });
    const problem = (await answer.json()) as Record<string, unknown>;
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.status).toBe(problemCodes[code].status);
    expect(problem).toEqual({
      type: `/api/v1/openapi.json#/components/x-problems/${code}`,
      title: expect.stringMatching(/^[A-Z].{3,}[^.]$/),
      status: answer.status,
      detail: expect.stringMatching(/[.?]$/),
      instance: new URL(address, "http://localhost").href.slice("http://localhost".length),
      code,
      suggestions: expect.any(Array),
    });
  });

  it("their type leads to the code's entry", async () => {
    const description = (await (await app.request("/api/v1/openapi.json")).json()) as {
      components: { "x-problems": Record<string, { status: number }> };
    };
    expect(description.components["x-problems"].TM4100?.status).toBe(404);
  });

  it("a misspelt parameter names the nearest", async () => {
    const problem = (await (await app.request("/api/v1/things/1/?alined=16.1")).json()) as { detail: string };
    expect(problem.detail).toContain("Did you mean aligned?");
  });

  it.each(["/api", "/api/", "/api/v2/things/1/", "/api/v1things/1/"])("%s is no address, in JSON", async (target) => {
    const answer = await app.request(target);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  });
});

describe("problems of pages", () => {
  it.each(cases)("$code $target is a page with the code, kept out of indexes", async ({
    code,
    target,
    method = "GET",
  }) => {
    const answer = await app.request(target, { method });
    const text = await answer.text();
    expect(answer.status).toBe(problemCodes[code].status);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(text).toContain(code);
    expect(text).toContain('content="noindex"');
  });

  it("links to what may have been meant, and offers a search", async () => {
    const text = await (await app.request("/things/13/")).text();
    expect(text).toContain('<a href="/things/1/">Thing 1</a>');
    expect(text).toContain('role="search"');
  });

  it("unknown parameters are no problem", async () => {
    expect((await app.request("/things/1/?utm_source=x&q=1&q=2")).status).toBe(200);
  });

  it("hold what was asked as text, never as markup", async () => {
    const text = await (await app.request("/things/%3Cscript%3Ealert(1)%3C%2Fscript%3E/")).text();
    expect(text).not.toContain("<script>alert");
  });
});

it("a fault is told to the operator with its address, and not to the reader", async () => {
  faults.length = 0;
  const text = await (await app.request("/things/99/?q=1")).text();
  expect(faults).toEqual(["/things/99/?q=1: planted fault"]);
  expect(text).not.toContain("planted");
});

it("every code that an answer can carry is in the table, with the status it is given there", () => {
  const rooms = sources().filter(({ path }) => /^src\/(site|server)\//.test(path));
  const used = found(
    /\bTM4\d{3}\b/g,
    rooms.filter(({ path }) => !path.endsWith("openapi-problems.ts")),
  );
  expect(used).toEqual(Object.keys(problemCodes));
  const stated = rooms.flatMap(({ text }) => [...text.matchAll(/\bproblem\((\d{3}), "(TM\d{4})"/g)]);
  expect(stated.length).toBeGreaterThan(10);
  for (const [, status, code = ""] of stated)
    expect([code, Number(status)]).toEqual([code, problemCodes[code as keyof typeof problemCodes].status]);
});
