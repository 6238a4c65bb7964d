/** Questions in addresses: what they mean, what is refused, and what is offered instead. */
import { describe, expect, it } from "vitest";
import { routes } from "../../src/site/routes.js";
import { fakeApp } from "./fake-site.js";

const app = fakeApp({ routes });

async function ask<Answer>(path: string): Promise<{ readonly status: number; readonly body: Answer }> {
  const answer = await app.request(path);
  return { status: answer.status, body: (await answer.json()) as Answer };
}

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly suggestions: readonly { readonly href: string }[];
}

describe("a release", () => {
  it("that the menu of a capability offers is answered, also where its sets are of several domains", async () => {
    const address = "/frameworks/veris/capabilities/Action.Hacking.Variety.CSRF/";
    const { body } = await ask<{ readonly view: { readonly releases: readonly string[]; readonly sets: unknown[] } }>(
      `/api/v1${address}`,
    );
    expect(body.view.sets.length).toBeGreaterThan(1);
    expect(body.view.releases.length).toBeGreaterThan(10);
    for (const release of body.view.releases)
      expect((await app.request(`${address}?aligned=${release}`)).status, release).toBe(200);
  });

  it.each([
    "/techniques/T1078/v/16.1/?aligned=14.1",
    "/techniques/T1078/v/16.1/?attack=14.1",
    "/tactics/TA0001/v/16.1/?aligned=14.1",
    "/matrix/enterprise/v/16.1/?aligned=14.1",
  ])("in the path and another in the query: %s", async (path) => {
    const { status, body } = await ask<Problem>(`/api/v1${path}`);
    expect([status, body.code]).toEqual([400, "TM4104"]);
    const html = await (await app.request(path)).text();
    expect(html).toContain(`href="${path.replace(/\?.*/, "")}"`);
  });
});

describe("a word", () => {
  it("that tactics of several domains are called means all of them", async () => {
    const matching = async (word: string) =>
      (await ask<{ readonly page: { readonly matching: number } }>(`/api/v1/groups/?tactic=${word}`)).body.page
        .matching;
    expect(await matching("exfiltration")).toBe(await matching("TA0010,TA0036"));
    expect(await matching("exfiltration")).toBeGreaterThan(0);
  });

  it.each([
    "/techniques/?standing=bogus",
    "/tactics/TA0001/?sort=bogus",
    "/groups/?domain=bogus",
    "/software/?type=bogus",
    "/sets/?side=bogus",
    "/frameworks/kev/?group=bogus",
    "/frameworks/intel-vpro/?columns=bogus",
    "/sets/m365/07.18.2025/16.1/enterprise/?carried=bogus",
    "/frameworks/nist_800_53/capabilities/AC-02/?type=bogus",
  ])("that the API refuses is named by the page, with those that there are: %s", async (path) => {
    const { status, body } = await ask<Problem>(`/api/v1${path}`);
    expect([status, body.code]).toEqual([400, expect.stringMatching(/^TM400[48]$/)]);
    const html = await (await app.request(path)).text();
    expect(html).toContain(`<p>${body.detail.replaceAll('"', "&quot;")}</p>`);
  });

  it("that is nearly what a value is called names that value", async () => {
    const { status, body } = await ask<Problem>(
      "/api/v1/sets/m365/07.18.2025/16.1/enterprise/?tactic=Credential+Acess",
    );
    expect([status, body.code]).toEqual([400, "TM4004"]);
    expect(body.detail).toContain("It may have been TA0006.");
  });

  it("is asked of a domain also where there is one only", async () => {
    const address = "/api/v1/frameworks/nist_800_53/capabilities/AC-02/?domain=";
    expect((await ask<Problem>(`${address}zzz`)).body.code).toBe("TM4004");
    const { body } = await ask<{ readonly page: { readonly matching: number; readonly all: number } }>(
      `${address}mobile`,
    );
    expect([body.page.matching, body.page.all]).toEqual([0, 220]);
  });
});

describe("a capability group", () => {
  it("that no newest set has says so", async () => {
    const address = "/frameworks/nist_800_53/groups/AU/";
    const { body } = await ask<{ readonly view: { readonly dropped: boolean } }>(`/api/v1${address}`);
    expect(body.view.dropped).toBe(true);
    expect(await (await app.request(address)).text()).toContain("No longer in the newest NIST SP 800-53");
    const inSet = "/sets/nist_800_53/rev5/12.1/enterprise/groups/AU/";
    expect(await (await app.request(inSet)).text()).not.toContain("No longer in the newest");
  });

  it("that a set does not have suggests those that it has", async () => {
    const { body } = await ask<Problem>("/api/v1/sets/M365/07.18.2025/16.1/enterprise/groups/e3x/");
    expect(body.suggestions.length).toBeGreaterThan(0);
    for (const { href } of body.suggestions) {
      expect(href).toContain("/sets/m365/07.18.2025/16.1/enterprise/groups/");
      expect((await app.request(href)).status).toBe(200);
    }
  });
});

describe("an id of another kind", () => {
  it.each([
    ["/techniques/TA0008/", "TA0008 is a tactic: Lateral Movement.", "/tactics/TA0008/"],
    ["/techniques/g0016/", "G0016 is a group: APT29.", "/groups/G0016/"],
    ["/groups/S0154/", "S0154 is software: Cobalt Strike.", "/software/S0154/"],
    ["/software/T1078/", "T1078 is a technique: Valid Accounts.", "/techniques/T1078/"],
    ["/tactics/M1026/", "M1026 is a mitigation: Privileged Account Management.", "/mitigations/M1026/"],
  ])("%s leads to its own page", async (path, words, href) => {
    const { status, body } = await ask<Problem>(`/api/v1${path}`);
    expect(status).toBe(404);
    expect(body.detail).toContain(words);
    expect(body.suggestions.map((suggestion) => suggestion.href)).toEqual([href]);
  });
});

it("what a release's source does not hold is not counted as 0", async () => {
  const html = await (await app.request("/groups/G0016/")).text();
  expect(html).toMatch(/<h2>Campaigns, Enterprise<\/h2><p class="faint">not in the source of 19\.0/);
});

describe("a filter of a technique's rows", () => {
  it("stands in their file, with how many there are without it", async () => {
    const { body } = await ask<{
      readonly question: { readonly facets: unknown };
      readonly matching: number;
      readonly all: number;
      readonly rows: readonly unknown[];
    }>("/techniques/T1078/rows.json?rating=partial&framework=m365");
    expect(body.question.facets).toEqual({ framework: ["m365"], rating: ["partial"] });
    expect(body.matching).toBe(body.rows.length);
    const whole = (await ask<typeof body>("/techniques/T1078/rows.json")).body;
    expect(body.all).toBe(whole.matching);
    expect(whole.matching).toBe(whole.all);
  });

  it("that leaves nothing is not called a framework's silence", async () => {
    const html = await (await app.request("/techniques/T1110/?rating=significant&framework=csa")).text();
    expect(html).toContain("No row on this technique passes the filter");
    expect(html).not.toContain("is silent");
  });

  it("that leaves nothing says what is there without it, of the framework and of all", async () => {
    const html = await (await app.request("/techniques/T1490/?framework=m365")).text();
    const { body } = await ask<{ readonly frameworks: readonly { readonly rows: number }[] }>(
      "/api/v1/techniques/T1490/",
    );
    const rows = body.frameworks.reduce((sum, framework) => sum + framework.rows, 0);
    const of = body.frameworks.filter((framework) => framework.rows > 0).length;
    expect(html).toContain("Microsoft 365 has no row. ");
    expect(html).toContain(`">Without the filter there are ${rows} rows of ${of} frameworks</a>.`);
  });

  it("that leaves nothing tells a framework that declares it non-mappable from one that is silent", async () => {
    // NIST declares it so, others map it.
    const html = await (await app.request("/techniques/T1016.002/?framework=nist")).text();
    expect(html).toContain("NIST SP 800-53 declares it non-mappable. ");
  });

  it("is kept when another release is chosen", async () => {
    const of = async (address: string) => (await app.request(address)).text();
    expect(await of("/techniques/T1486/?framework=azure")).toContain("/techniques/T1486/v/16.1/?framework=azure");
    expect(await of("/techniques/enterprise/?framework=m365&q=data")).toContain(
      "/techniques/enterprise/v/18.1/?q=data&amp;framework=m365",
    );
    expect(await of("/groups/G0016/?framework=m365&function=detect")).toContain(
      "/groups/G0016/v/18.1/?framework=m365&amp;function=detect",
    );
  });

  it("of a framework that is none is refused, not answered without it", async () => {
    for (const asked of ["/T1486/?framework=bogus", "/T1486/?framework=m365,bogus", "/t1486?framework=bogus"]) {
      const answer = await app.request(`/techniques${asked}`);
      expect([answer.status, answer.headers.get("location")]).toEqual([404, null]);
      expect(await answer.text()).toContain("TM4003");
    }
  });
});

describe("a matrix that has nothing to outline", () => {
  const query = "?framework=m365&outline=APT92";

  it("is a page all the same, with its choices and what may have been meant", async () => {
    const answer = await app.request(`/matrix/enterprise/${query}`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('value="APT92"');
    expect(html).toContain('href="/matrix/enterprise/?framework=m365&amp;outline=G0016">G0016 APT29</a>');
  });

  it.each([
    "/api/v1/matrix/enterprise/",
    "/matrix/enterprise/matrix.csv",
    "/matrix/enterprise/layer.json",
  ])("is no data: %s", async (path) => {
    const answer = await app.request(path + query);
    expect([answer.status, (await answer.text()).includes("TM4044")]).toEqual([404, true]);
    expect((await app.request(`${path}?framework=m365&outline=APT29`)).status).toBe(200);
  });

  it("says nothing of it in the data of any other", async () => {
    const { domain, missing, kept } = (await (await app.request("/api/v1/matrix/ics/")).json()) as Record<
      string,
      unknown
    >;
    expect([domain, missing, kept]).toEqual(["ics", undefined, undefined]);
  });
});
