/** Pages about the older site and its methods, and where the same is said here. */
import { hrefs } from "./hrefs.js";
import type { OldKind } from "./old-addresses-kind.js";

const topics: Readonly<Record<string, string>> = {
  about: hrefs.about(),
  "about/use-cases": hrefs.about("use-cases"),
  "about/scoring": hrefs.about("scoring"),
  "about/related-projects": hrefs.about("related"),
  "about/methodology": hrefs.about("methodology"),
  "about/methodology/nist-methodology": hrefs.methodology("nist_800_53"),
  "about/methodology/nist-scope": `${hrefs.methodology("nist_800_53")}#scope`,
  "about/methodology/cri-profile-scope": `${hrefs.methodology("cri_profile")}#scope`,
  "about/methodology/csa-ccm-scope": `${hrefs.methodology("csa_ccm")}#scope`,
  "about/methodology/cve-methodology": hrefs.methodology("kev"),
  "about/methodology/veris-methodology": hrefs.methodology("veris"),
  "about/methodology/ssm-methodology": hrefs.methodology("scored"),
};

export const oldAboutAddresses: readonly OldKind[] = Object.entries(topics).map(([path, href]) => ({
  pattern: new RegExp(`^${path}$`),
  to: () => href,
}));
