import type { MappingRow } from "../src/model/mapping-file.js";
import { type Changes, unmapped } from "./rule-files.js";

type Cases = Readonly<
  Record<string, { readonly bad: Changes; readonly at: readonly string[]; readonly good: Changes }>
>;

/** Per rule: a file in which it finds something, where, and one beside it in which it finds nothing. */
export const ruleCases: Cases = {
  ...fileCases(),
  ...metadataCases(),
  ...declarationCases(),
  ...statusCases(),
  ...capabilityCases(),
  ...textCases(),
  ...techniqueCases(),
  ...scoreCases(),
  ...repeatCases(),
  ...referenceCases(),
};

function twoRows(first: Partial<MappingRow>, second: Partial<MappingRow>): Changes {
  return { rows: [first, second] };
}

function oneRow(own: Partial<MappingRow>): Changes {
  return { rows: [own] };
}

function fileCases(): Cases {
  const found = (code: string, pointer: string): Changes => ({
    found: [{ code, severity: "warning", place: { file: "own.json", pointer }, message: "Said by the parser." }],
  });
  return {
    TM1001: { bad: found("TM1001", ""), at: [""], good: found("TM1007", "") },
    TM1002: { bad: found("TM1002", "/mapping_objects/3/status"), at: ["/3/status"], good: found("TM1001", "") },
    TM1007: { bad: found("TM1007", ""), at: [""], good: {} },
    TM1004: {
      bad: { path: "x/own/attack-15.1/own-1.0/enterprise/own-1.0_attack-16.1-mobile.json" },
      at: ["", ""],
      good: { path: "x/own/attack-16.1/own-1.0/enterprise/own-1.0_attack-16.1-enterprise_json.json" },
    },
    TM1005: { bad: { serialisation: "J1" }, at: ["/metadata"], good: { serialisation: "J4" } },
    TM1006: {
      bad: {
        file: { extra: new Map([["notes", 1]]) },
        rows: [{}, { extra: new Map([["capabilty_group", "G"]]) }],
      },
      at: ["/notes", "/1/capabilty_group"],
      good: oneRow({ extra: new Map([["contact", "me"]]) }),
    },
  };
}

function metadataCases(): Cases {
  const dates = (creationDate: string, lastUpdate: string): Changes => ({ metadata: { creationDate, lastUpdate } });
  return {
    TM1003: {
      bad: {
        metadata: { attackVersion: "latest", technologyDomain: "cloud", lastUpdate: "", mappingTypes: new Map() },
      },
      at: [
        "/metadata/last_update",
        "/metadata/attack_version",
        "/metadata/technology_domain",
        "/metadata/mapping_types",
      ],
      good: { metadata: { attackVersion: "v16" } },
    },
    TM1101: {
      bad: dates("02/29/2023", "1/3/2025"),
      at: ["/metadata/creation_date", "/metadata/last_update"],
      good: dates("02/29/2024", "01/03/2025"),
    },
    TM1102: {
      bad: dates("02/01/2025", "01/03/2025"),
      at: ["/metadata/creation_date"],
      good: dates("01/03/2025", "01/03/2025"),
    },
    TM1103: {
      bad: dates("01/01/2020", "11/11/2024"),
      at: ["/metadata/last_update"],
      good: dates("01/01/2020", "11/12/2024"),
    },
    TM1104: {
      bad: { metadata: { mappingFrameworkVersion: "01/04/2025" } },
      at: ["/metadata/mapping_framework_version"],
      good: { metadata: { mappingFrameworkVersion: "01/03/2025" } },
    },
    TM1105: { bad: { metadata: { mappingVersion: "" } }, at: ["/metadata/mapping_version"], good: {} },
    TM1112: {
      bad: { metadata: { author: " ", contact: null, organization: undefined } },
      at: ["/metadata/author"],
      good: { metadata: { author: null, contact: "a@example.org" } },
    },
    TM1113: {
      bad: { siblings: [{ creationDate: "01/02/2024" }] },
      at: ["/metadata/creation_date"],
      good: { siblings: [{ creationDate: "01/02/2024" }, { creationDate: "01/02/2025" }] },
    },
    TM1114: {
      bad: { metadata: { attackVersion: "16" } },
      at: ["/metadata/attack_version"],
      good: { metadata: { attackVersion: "16.0" } },
    },
  };
}

function declarationCases(): Cases {
  const groups = (...ids: string[]): Changes => ({
    metadata: { capabilityGroups: new Map(ids.map((id) => [id, id])) },
  });
  const types = (...entries: [string, string, string][]): Changes => ({
    metadata: { mappingTypes: new Map(entries.map(([id, name, description]) => [id, { name, description }])) },
  });
  return {
    TM1106: { bad: groups("G", "a/b"), at: ["/metadata/capability_groups/a~1b"], good: groups("G") },
    TM1107: { bad: groups("H"), at: ["/0/capability_group"], good: { ...groups(), rows: [{ capabilityGroup: null }] } },
    TM1108: {
      bad: types(["counters", "Counters", "x"], ["none", "None", "x"]),
      at: ["/metadata/mapping_types/none"],
      good: types(["counters", "Counters", "x"]),
    },
    TM1109: { bad: types(["other", "Other", "x"]), at: ["/0/mapping_type"], good: oneRow({ mappingType: null }) },
    TM1110: {
      bad: { metadata: { capabilityGroups: new Map([["G", "Group "]]), ...types(["counters", " C", "x"]).metadata } },
      at: ["/metadata/mapping_types/counters", "/metadata/capability_groups/G"],
      good: types(["counters", "Counters", "x "]),
    },
    TM1111: { bad: types(["counters", "C", " "]), at: ["/metadata/mapping_types/counters"], good: {} },
  };
}

function statusCases(): Cases {
  return {
    TM1201: {
      bad: twoRows({ attackObjectId: null }, { attackObjectId: "", status: "in_progress" }),
      at: ["/0/attack_object_id", "/1/attack_object_id"],
      good: oneRow(unmapped),
    },
    TM1202: {
      bad: oneRow({ capabilityId: " " }),
      at: ["/0/capability_id"],
      good: oneRow({ ...unmapped, capabilityId: null }),
    },
    TM1203: {
      bad: twoRows({ status: "non-mappable" }, { status: undefined }),
      at: ["/0/status", "/1/status"],
      good: twoRows({ status: undefined }, { status: undefined }),
    },
    TM1204: {
      bad: oneRow({ ...unmapped, mappingType: null }),
      at: ["/0/mapping_type"],
      good: oneRow({ mappingType: null }),
    },
    TM1205: {
      bad: twoRows({ ...unmapped, capabilityId: "own-a" }, {}),
      at: ["/0/capability_id 0"],
      good: twoRows({ ...unmapped, capabilityId: "OWN-A" }, {}),
    },
    TM1206: {
      bad: twoRows({ ...unmapped, capabilityId: "OWN-A" }, {}),
      at: ["/0/capability_id 0"],
      good: twoRows({ ...unmapped, capabilityId: "own-a" }, {}),
    },
    TM1207: { bad: oneRow({ ...unmapped, comments: " " }), at: ["/0/comments"], good: oneRow({ comments: "" }) },
    TM1208: {
      bad: oneRow({ attackVersion: "15.1" }),
      at: ["/0/attack_version"],
      good: oneRow({ attackVersion: "16.1" }),
    },
    TM1209: {
      bad: { metadata: { mappingFrameworkVersion: "01/02/2025" }, ...oneRow({ mappingFrameworkVersion: "1/2/2025" }) },
      at: ["/0/mapping_framework_version"],
      good: { metadata: { mappingFrameworkVersion: "01/02/2025" }, ...oneRow({ mappingFrameworkVersion: "1/3/2025" }) },
    },
    TM1210: {
      bad: oneRow({ mappingFrameworkVersion: "1.1" }),
      at: ["/0/mapping_framework_version"],
      good: { metadata: { mappingFrameworkVersion: "01/02/2025" }, ...oneRow({ mappingFrameworkVersion: "1/2/2025" }) },
    },
  };
}

function capabilityCases(): Cases {
  const nist = (...rows: Partial<MappingRow>[]): Changes => ({ metadata: { mappingFramework: "nist_800_53" }, rows });
  const ids = (...values: string[]): Changes => ({ rows: values.map((capabilityId) => ({ capabilityId })) });
  return {
    TM1211: {
      bad: oneRow({ capabilityDescription: "" }),
      at: ["/0/capability_description"],
      good: oneRow({ capabilityId: null, capabilityDescription: null }),
    },
    TM1302: { bad: ids("own-a", "own-a "), at: ["/1/capability_id"], good: ids("own a") },
    TM1303: { bad: ids("own-a", "b", "Own-A "), at: ["/0/capability_id 0 2"], good: ids("own-a", "own-a ") },
    TM1304: {
      bad: ids("SC-7", "SI-4", "SC-08", "AC-10", "SC-08"),
      at: ["/2/capability_id 2 4"],
      good: ids("SC-07", "SC-10", "CVE-2020-1"),
    },
    TM1305: { bad: nist({ capabilityId: "AC2" }), at: ["/0/capability_id"], good: nist({ capabilityId: "AC-02 " }) },
    TM1306: {
      bad: nist({ capabilityId: "AC-2", capabilityGroup: "CM" }),
      at: ["/0/capability_group"],
      good: {
        metadata: { mappingFramework: "veris" },
        ...oneRow({
          capabilityId: "Value_chain.Non-distribution services.x",
          capabilityGroup: "value_chain.non-distribution_services",
        }),
      },
    },
    TM1307: {
      bad: twoRows({}, { capabilityGroup: "H" }),
      at: ["/0/capability_group 0 1"],
      good: twoRows({}, { capabilityGroup: " G" }),
    },
    TM1308: {
      bad: twoRows({}, { capabilityDescription: "Own Capability A" }),
      at: ["/0/capability_description 0 1"],
      good: twoRows({}, { capabilityDescription: "Own capability A " }),
    },
  };
}

function textCases(): Cases {
  return {
    TM1309: {
      bad: oneRow({ capabilityDescription: "A ", attackObjectName: " First" }),
      at: ["/0/capability_description", "/0/attack_object_name"],
      good: {},
    },
    TM1310: {
      bad: oneRow({ capabilityDescription: "A  b" }),
      at: ["/0/capability_description"],
      good: oneRow({ capabilityDescription: "A  " }),
    },
    TM1311: { bad: oneRow({ comments: "a\r\nb" }), at: ["/0/comments"], good: oneRow({ comments: "a\nb" }) },
    TM1312: { bad: oneRow({ comments: "a\n" }), at: ["/0/comments"], good: oneRow({ comments: "a\nb" }) },
    TM1313: {
      bad: oneRow({ comments: "a\u00a0b" }),
      at: ["/0/comments"],
      good: oneRow({ comments: "Doppelgänger – “ok”" }),
    },
    TM1314: {
      bad: oneRow({ comments: "see <Name> there" }),
      at: ["/0/comments"],
      good: oneRow({ comments: "a < b > c, x<3" }),
    },
    TM1315: {
      bad: oneRow({ capabilityId: "own\u0007-a", capabilityGroup: "a\u001bb" }),
      at: ["/0/capability_id", "/0/capability_group"],
      good: oneRow({ capabilityId: "own-a\n", comments: "a\u0007b" }),
    },
    TM1801: {
      bad: oneRow({ comments: "This is Significant / partial because" }),
      at: ["/0/comments"],
      good: oneRow({ comments: "minimal, not partial" }),
    },
    TM1802: {
      bad: twoRows({ comments: "Same." }, { comments: "Same. ", capabilityId: "own-b" }),
      at: ["/0/comments 0 1"],
      good: twoRows({ comments: "Same." }, { comments: "Same.", attackObjectId: "T1001.001" }),
    },
  };
}

function techniqueCases(): Cases {
  const technique = (attackObjectId: string, attackObjectName = "First"): Changes =>
    oneRow({ attackObjectId, attackObjectName });
  return {
    TM1301: {
      bad: twoRows({ attackObjectId: "T1001.01" }, { attackObjectId: "t1002 " }),
      at: ["/0/attack_object_id", "/1/attack_object_id"],
      good: technique("T1001.001"),
    },
    TM1401: { bad: technique("T1999"), at: ["/0/attack_object_id"], good: technique("T1002") },
    TM1402: {
      bad: twoRows({ attackObjectId: "T1002" }, { attackObjectId: "T1004" }),
      at: ["/0/attack_object_id", "/1/attack_object_id"],
      good: technique("T1003"),
    },
    TM1403: { bad: technique("T1003"), at: ["/0/attack_object_id"], good: technique("T1002") },
    TM1404: {
      bad: twoRows({ attackObjectName: "Once First" }, { attackObjectName: "Parent: Second" }),
      at: ["/0/attack_object_name", "/1/attack_object_name"],
      good: technique("T1001.001", "First:  First Sub "),
    },
    TM1405: {
      bad: technique("T1001.001", "First: First Sub"),
      at: ["/0/attack_object_name"],
      good: technique("T1001.001", "First Sub"),
    },
    TM1407: {
      bad: { metadata: { attackVersion: "98.1" } },
      at: ["/metadata/attack_version"],
      good: technique("T1001.001", "First Sub"),
    },
  };
}

function scoreCases(): Cases {
  const scored = (...rows: Partial<MappingRow>[]): Changes => ({ metadata: { mappingFramework: "aws" }, rows });
  const score = { scoreCategory: "protect", scoreValue: "partial" } as const;
  return {
    TM1501: { bad: scored(score, {}), at: ["/1/score_category"], good: twoRows({}, {}) },
    TM1502: {
      bad: twoRows({ scoreCategory: "detect" }, { scoreValue: "minimal" }),
      at: ["/0/score_value", "/1/score_category"],
      good: oneRow(score),
    },
    TM1503: {
      bad: oneRow({ scoreCategory: "prevent", scoreValue: "high" }),
      at: ["/0/score_category", "/0/score_value"],
      good: oneRow({ scoreCategory: "Protect", scoreValue: "Partial" }),
    },
    TM1504: {
      bad: { metadata: { mappingFramework: "kev" }, rows: [score] },
      at: ["/0/score_category"],
      good: oneRow(score),
    },
    TM1505: {
      bad: { rows: [score, { ...score, scoreValue: "minimal" }] },
      at: ["/0/score_value 0 1"],
      good: { rows: [score, { ...score, scoreCategory: "detect", scoreValue: "minimal" }] },
    },
    TM1506: {
      bad: twoRows({ relatedScore: "T1001" }, { attackObjectId: "T1001.001", relatedScore: "T1002" }),
      at: ["/0/related_score", "/1/related_score"],
      good: oneRow({ attackObjectId: "T1001.001", relatedScore: "T1001" }),
    },
    TM1507: {
      bad: scored({ ...score, attackObjectId: "T1001.001" }),
      at: ["/0/related_score"],
      good: oneRow({ attackObjectId: "T1001.001" }),
    },
  };
}

function repeatCases(): Cases {
  const other = { capabilityId: "own-b" };
  return {
    TM1601: {
      bad: { rows: [{}, other, {}, {}] },
      at: ["/2/capability_id 2", "/3/capability_id 3"],
      good: twoRows({ comments: "" }, { comments: undefined }),
    },
    TM1602: {
      bad: { rows: [{ comments: "a" }, other, { comments: "b" }, { comments: "a" }] },
      at: ["/2/capability_id"],
      good: twoRows({ comments: "a" }, { ...other, comments: "b" }),
    },
  };
}

function referenceCases(): Cases {
  const references = (...items: string[]): Changes => oneRow({ references: items });
  const address = "https://example.org/a";
  return {
    TM1701: { bad: references(address, "Ref: https://x"), at: ["/0/references/1"], good: references(` ${address}`) },
    TM1702: { bad: references(`${address}; ${address}`), at: ["/0/references/0"], good: references("cut off here") },
    TM1703: { bad: references(`${address} `), at: ["/0/references/0"], good: references(address) },
    TM1704: {
      bad: references(address, "x", ` ${address}`),
      at: ["/0/references/2"],
      good: references(address, `${address}b`),
    },
    TM1705: { bad: references("http://example.org"), at: ["/0/references/0"], good: references(address) },
    TM1706: { bad: oneRow({ references: null }), at: ["/0/references"], good: oneRow({ references: undefined }) },
  };
}
