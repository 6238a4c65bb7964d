import type { Origin } from "./origin.js";

/** The publisher's commit that the 33 sets below were taken from (2026-01-27). */
const publishedCommit = "2911162";

/** SHA-256 of every published mapping file at that commit, by set id. */
const publishedHashes: Readonly<Record<string, string>> = {
  "aws/09.21.2021/9.0/enterprise": "4b0ff749acd57cbae92f93d548cc1d558daaf6bfdd3fd2558715739576ed6612",
  "aws/12.12.2024/16.1/enterprise": "21d88ec6db69269e6bd59e6626d6461242bb5e621472d6b992c788142e068004",
  "azure/04.26.2025/16.1/enterprise": "e13e691d5c19e64d0a7df309f670641ffb8718175e33d34f49375f65ab04cbc2",
  "azure/06.29.2021/8.2/enterprise": "ec2267520e417ca7406ca7c14c19631a92ace0c52a92894c942edd635cb1840d",
  "cri_profile/v2.1/16.1/enterprise": "9b6ac255cc178733c4b40ed5a52ef14c2062305d33949268658fecaaaa2b265f",
  "csa_ccm/4.1/17.1/enterprise": "468f64848a458a0291347f3e75136024a7e0bfc9dc6ed37580824d03a9b69c73",
  "gcp/03.06.2025/16.1/enterprise": "26cd24171f82386f46ec9480b861ae7fc8d4208c5b165a55a8932e06f0f1c96b",
  "gcp/06.28.2022/10.0/enterprise": "f7d929591695d85bd28189d9c926106e44053fabe8c8293f7586603df9fa3043",
  "intel-vpro/08.20.2024/15.1/enterprise": "ec63dcfb9d442613f95ca9e5284390afb2437429ee17c9b96bc6f7705b1bc13b",
  "kev/02.13.2025/15.1/enterprise": "2cc1f84f8f3f62141c941e18b8daa94315f121bd87d8c50bdc9d7200ad46ccd6",
  "kev/02.13.2025/15.1/mobile": "122b67bd17b4c51b7bd20471c324d9e7f4d5186629ab6ab0c93b6370d642788d",
  "kev/07.28.2025/16.1/enterprise": "b57b3d382809d9159fdda6701d21f0e67a2d655444d89301caab2c39ad54bdc7",
  "kev/07.28.2025/16.1/mobile": "621e18301b6e4c1c9982eea6bf817e08da22ae74b52d2e031fa92c172f6e1a57",
  "m365/07.18.2025/16.1/enterprise": "6b74d3928acc154e5f93f278f1d88c448feb5af7c9d400bc7911d841956839f7",
  "m365/12.11.2023/14.1/enterprise": "d771b5a8bcba7dad99e326b3381f0c3e0961cd41a87804ba9743e5f409a0ae33",
  "nist_800_53/rev4/10.1/enterprise": "b6b36a245ef6e7874f48ab11dc38d5495c0ef64cce36d0924d2616dbc3bd3538",
  "nist_800_53/rev4/12.1/enterprise": "d25e89f6d6551fc3cf12e86b896b8cb6718d57edd8e9b01c7a030565cf27f248",
  "nist_800_53/rev4/14.1/enterprise": "6350aad06cc3a33a8646718b4f826d4b15155d598087b521dbf140a1afd897c2",
  "nist_800_53/rev4/8.2/enterprise": "60658613e7206abf0ae31db460dddad05ca6d79501d9a32900da38e0a04d24d1",
  "nist_800_53/rev4/9.0/enterprise": "e1c4fc7dde9d170fe8e01fb0a59b8cb925019a0ebff1f7b7981c76bdd0a1c915",
  "nist_800_53/rev5/10.1/enterprise": "39fc18a47a999f094c152fd6ad87a1db550e4bd1eeb89fa3e8d2accbb73d1721",
  "nist_800_53/rev5/12.1/enterprise": "b4224f4901a7799eed5ec7b595dc0973ea1edd5402a658123992f36df3310024",
  "nist_800_53/rev5/14.1/enterprise": "3992ce7d4b44cee72f8e6ef8f4d64f02b9bf36b6da92d095f729875cd2bb8d95",
  "nist_800_53/rev5/16.1/enterprise": "355ae97d309c00eb2428e5af07754ff4ca16cfe63928194081d0e883aed929c8",
  "nist_800_53/rev5/8.2/enterprise": "b4e5d032e4ca119967d9b9960a78f6c5c6d5132342c35ad50ba5fbc231bfbdd4",
  "nist_800_53/rev5/9.0/enterprise": "7fcdd930c0331857b27a5805114729688c3222564755d5c0a1a285d073d2d198",
  "veris/1.3.5/9.0/enterprise": "669b681de25e55f6d6a3bd57ffbf9faf969e601cf7847771e622a9e1785f03e6",
  "veris/1.3.7/12.1/enterprise": "ca6de2c76f74f2ddcef587e20199d05fc82b166f96d1097a4c00485d90dbe783",
  "veris/1.3.7/12.1/ics": "09b27d1196bea016fd7caf1644c2eb7769e6c4f01c563001fc6b5bbff5267e5e",
  "veris/1.3.7/12.1/mobile": "88033dcd8b78c25d3692949b29d909f94e97959cb5252b38603eed02a5393975",
  "veris/1.4.0/16.1/enterprise": "29c5db7e6bd4fc11bde18ff7ec04a6458093085c437b8a55b24e025569799355",
  "veris/1.4.0/16.1/ics": "cf85dc442e024b6c1a8c451e485fec0f7dd1873def292a860be1d37c1b40cc56",
  "veris/1.4.0/16.1/mobile": "d6833b1188a0dca1bea160473af3773595e742ec9e570007c6bffc186e4770d9",
};

/** Path of a set's file in the publisher's repository; the rule holds for all of them. */
export function publishedSetPath(setId: string): string {
  const [framework, version, attack, domain] = setId.split("/");
  return `mappings/${framework}/attack-${attack}/${framework}-${version}/${domain}/${framework}-${version}_attack-${attack}-${domain}.json`;
}

/** Ids of the published sets that this build knows, sorted. */
export const publishedSetIds: readonly string[] = Object.keys(publishedHashes);

/** SHA-256 of the published file of a set; null for a set that was not published at that commit. */
export function publishedSetHash(setId: string): string | null {
  return publishedHashes[setId] ?? null;
}

/** Where a mapping file comes from: the publisher's, when its bytes are; else the user's own. */
export function originOfSet(setId: string, sha256: string, file: string): Origin {
  if (publishedHashes[setId] !== sha256) {
    return { kind: "own", publisher: "own file", source: file, version: null, licence: "not stated", sha256 };
  }
  return {
    kind: "published",
    publisher: "Center for Threat-Informed Defense",
    source: `center-for-threat-informed-defense/mappings-explorer: ${publishedSetPath(setId)}`,
    version: publishedCommit,
    licence: "Apache-2.0",
    sha256,
  };
}
