import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../test/embedded.js";
import { resolveOldAddress } from "./old-addresses.js";

const kb = embeddedKnowledge();
const leadsTo = (address: string) => {
  const [path = "", search = ""] = address.split("?");
  const query = Object.fromEntries(search.split("&").map((pair) => pair.split("=").map(decodeURIComponent)));
  return resolveOldAddress(kb, path, query)?.href ?? null;
};

const rev5 = "/sets/nist_800_53/rev5/16.1/enterprise/";
const old5 = "/external/nist/attack-16.1/domain-enterprise/nist-rev5";

describe("old addresses lead to", () => {
  it.each([
    ["/mappings-explorer/", "/"],
    ["/mappings-explorer/index.html", "/"],
    ["/external/", "/frameworks/"],
    ["/external/nist/", "/frameworks/nist_800_53/"],
    ["/external/nist/all-data.html", "/frameworks/nist_800_53/"],
    ["/external/nist/AC-02/", "/frameworks/nist_800_53/capabilities/AC-02/"],
    ["/external/nist/capability-groups/AC/", "/frameworks/nist_800_53/groups/AC/"],
    [old5, rev5],
    [`${old5}/all-data.html`, rev5],
    [`${old5}/AC-02`, `${rev5}capabilities/AC-02/`],
    [`${old5}/ac-2/`, `${rev5}capabilities/AC-02/`],
    [`${old5}/capability-groups/AC/`, `${rev5}groups/AC/`],
    [`/mappings-explorer${old5}/AC-02/`, `${rev5}capabilities/AC-02/`],
    ["/external/m365/DEF-SecScore-E3/", "/frameworks/m365/capabilities/DEF-SSCO-E3/"],
    [
      "/external/cve/attack-9.0/domain-enterprise/cve-10.21.2021/CVE-2019-11510/",
      "/frameworks/kev/capabilities/CVE-2019-11510/",
    ],
    ["/techniques/T1550/001/", "/techniques/T1550.001/"],
    ["/techniques/t1550/001", "/techniques/T1550.001/"],
    ["/versions/v14/techniques/T1550/001/", "/techniques/T1550.001/v/14.1/"],
    ["/versions/v4/techniques/T1550/001/", "/techniques/T1550.001/"],
    ["/versions/v11/techniques/T1059/", "/techniques/T1059/v/11.3/"],
    ["/versions/v8/techniques/T1461/", "/techniques/T1461/v/8.2/"],
    ["/versions/v99/techniques/T0855/", "/techniques/T0855/"],
    ["/techniques/T9999/001/", null],
    ["/attack/attack-16.1/domain-ics/techniques/", "/techniques/ics/v/16.1/"],
    ["/attack/attack-16.1/domain-ics/techniques/None/", "/techniques/ics/v/16.1/"],
    ["/attack/attack-16.1/domain-enterprise/techniques/T1550.001", "/techniques/T1550.001/v/16.1/"],
    ["/attack/attack-4.0/domain-enterprise/techniques/T1550.001/", "/techniques/T1550.001/"],
    ["/attack/attack-14.1/domain-enterprise/tactics/TA0008/", "/tactics/TA0008/v/14.1/"],
    ["/attack/attack-14.1/domain-mobile/tactics/", "/tactics/mobile/v/14.1/"],
    ["/search/?search=I%26S-03", "/search/?q=I%26S-03"],
    [
      "/legacy/m365-12.11.2023_attack-14.1-enterprise_E5_navigator_layers.json",
      "/sets/m365/12.11.2023/14.1/enterprise/download/layer-e5.json",
    ],
    ["/legacy/veris-1.3.7_attack-12.1-groups.xlsx", "/sets/veris/1.3.7/12.1/enterprise/"],
    ["/security-stack-mappings/AWS/README.html", "/sets/aws/09.21.2021/9.0/enterprise/"],
    [
      "/security-stack-mappings/AWS/AmazonGuardDuty.yaml",
      "/sets/aws/09.21.2021/9.0/enterprise/capabilities/amazon_guardduty/",
    ],
    [
      "/security-stack-mappings/AWS/layers/AmazonGuardDuty.json",
      "/sets/aws/09.21.2021/9.0/enterprise/capabilities/amazon_guardduty/",
    ],
    [
      "/frameworks/attack_8_2/nist800_53_r4/layers/by_family/AC/AC-2.json",
      "/sets/nist_800_53/rev4/8.2/enterprise/groups/AC/",
    ],
    ["/frameworks/attack_10_1/nist800_53_r5/layers/by_impact/x.json", "/sets/nist_800_53/rev5/10.1/enterprise/"],
    ["/frameworks/nist800-53-r4/README.md", "/frameworks/nist_800_53/"],
    ["/external/cve/", "/about/retired-cve/"],
    ["/external/cve/attack-9.0/domain-enterprise/cve-10.21.2021/CVE-1999-0001/", "/about/retired-cve/"],
    ["/static/matrices/enterprise/16.1/enterprise-16.1_navigator_layer.json", "/matrix/enterprise/v/16.1/layer.json"],
    ["/static/matrices/mobile/16.1/mobile-16.1_matrix_data.json", "/matrix/mobile/v/16.1/"],
    ["/attack/matrix/?attack-version=15.1&domain=ics", "/matrix/ics/v/15.1/"],
    ["/attack/matrix/", "/matrix/enterprise/"],
    ["/about/methodology/nist-scope/", "/about/methodology/nist_800_53/#scope"],
    ["/about/related-projects/", "/about/related/"],
    ["/attack_to_veris/", "/frameworks/veris/"],
    ["/attack_to_veris/use_cases.html", "/frameworks/veris/"],
    ["/attack_to_cve/Att%26ckToCveMappings.csv", "/frameworks/kev/"],
  ])("%s -> %s", (address, href) => {
    expect(leadsTo(address)).toBe(href);
  });

  it("files of the old site's own are retired", () => {
    expect(resolveOldAddress(kb, "/static/lunr-index.zip", {})).toEqual({ status: 410, href: null });
    expect(resolveOldAddress(kb, "/mappings-explorer/static/app.js", {})).toEqual({ status: 410, href: null });
  });
});

describe("no old address:", () => {
  it.each([
    "/",
    "/techniques/T1550.001/",
    "/external/unheard/",
    "/external/nist/ZZ-99/",
    "/external/nist/attack-99.9/domain-enterprise/nist-rev5/",
    "/attack/attack-16.1/domain-space/techniques/",
    "/attack/attack-16.1/domain-enterprise/techniques/T9999/",
    "/search/",
    "/static/",
    "/%E0%A4%A/",
    "/mappings-explorer/nothing/",
  ])("%s", (address) => {
    expect(leadsTo(address)).toBeNull();
  });
});
