/** Facets with nothing in them: an empty value, as forms send it, asks nothing; one without a word asks for what is not there. */
import { describe, expect, it } from "vitest";
import { routes } from "../../src/site/routes.js";
import { fakeApp } from "./fake-site.js";

const app = fakeApp({ routes });
const places = [
  "/matrix/enterprise/?framework=",
  "/sets/m365/07.18.2025/16.1/enterprise/?function=",
  "/frameworks/nist_800_53/capabilities/AC-02/?rating=",
  "/techniques/enterprise/?platform=",
  "/groups/?tactic=",
];

describe.each(places)("%s", (place) => {
  it.each(["", "%20"])("asks nothing with %j behind", async (value) => {
    const whole = await (await app.request(`/api/v1${place.replace(/\?.*/, "")}`)).text();
    const answer = await app.request(`/api/v1${place}${value}`);
    expect([answer.status, await answer.text()]).toEqual([200, whole]);
  });

  it.each([",", "%20,%20,"])("is refused by the API with %j behind, and answered by the page", async (value) => {
    const answer = await app.request(`/api/v1${place}${value}`);
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: "TM4004" }]);
    expect((await app.request(`${place}${value}`)).status).toBe(200);
  });
});
