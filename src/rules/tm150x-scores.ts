import { shown } from "../base/shown.js";
import { mappingFunctions, ratings } from "../model/mapping.js";
import { parentIdOf } from "../model/technique-id.js";
import { isBlank, type RuleContext } from "./context.js";
import { atRow, type Rule, setField } from "./rule.js";

/** Published frameworks whose rows are scored, and those whose rows never are; any other is judged by its rows. */
const scored: ReadonlySet<string> = new Set(["aws", "azure", "gcp", "m365", "intel-vpro"]);
const unscored: ReadonlySet<string> = new Set(["nist_800_53", "cri_profile", "csa_ccm", "veris", "kev"]);

const categories: ReadonlySet<string> = new Set(mappingFunctions);
const values: ReadonlySet<string> = new Set(ratings);

function isScored({ framework, rows }: RuleContext): boolean {
  if (scored.has(framework)) return true;
  if (unscored.has(framework)) return false;
  const claims = rows.filter(({ mappable }) => mappable);
  return claims.filter(({ scoreCategory }) => !isBlank(scoreCategory)).length * 2 > claims.length;
}

export const unscoredRow: Rule = {
  code: "TM1501",
  severity: "warning",
  title: "row of a scored framework without score category and value",
  explanation:
    'All other rows of the framework say how they act and how well. The row is shown as "value missing", reaches no least rating and counts for no function.',
  example: '"score_category": null, "score_value": null in a file of aws',
  fix: null,
  scope: "row",
  *check(context) {
    if (!isScored(context)) return;
    for (const { index, mappable, scoreCategory, scoreValue } of context.rows) {
      if (mappable && isBlank(scoreCategory) && isBlank(scoreValue)) {
        yield atRow(index, "score_category", { message: "The row has neither score category nor value." });
      }
    }
  },
};

export const halfScored: Rule = {
  code: "TM1502",
  severity: "warning",
  title: "score category without value, or the reverse",
  explanation: 'The row is shown with "value missing" and left out of best values.',
  example: '"score_category": "protect", "score_value": null',
  fix: null,
  scope: "row",
  *check({ rows }) {
    for (const { index, scoreCategory, scoreValue } of rows) {
      if (isBlank(scoreCategory) === isBlank(scoreValue)) continue;
      const missing = isBlank(scoreValue) ? "score_value" : "score_category";
      yield atRow(index, missing, {
        message: `The score has ${isBlank(scoreValue) ? `the category ${shown(scoreCategory)}` : `the value ${shown(scoreValue)}`} and no ${missing}.`,
      });
    }
  },
};

export const unknownScore: Rule = {
  code: "TM1503",
  severity: "error",
  title: "unknown score category or value",
  explanation:
    "Categories are protect, detect and respond; values minimal, partial and significant, in any case. Another word is shown as written and counts for nothing.",
  example: '"score_value": "high"',
  fix: null,
  scope: "row",
  *check({ rows }) {
    for (const { index, scoreCategory, scoreValue } of rows) {
      if (!isBlank(scoreCategory) && !categories.has((scoreCategory ?? "").trim().toLowerCase())) {
        yield atRow(index, "score_category", { message: `The score category is ${shown(scoreCategory)}.` });
      }
      if (!isBlank(scoreValue) && !values.has((scoreValue ?? "").trim().toLowerCase())) {
        yield atRow(index, "score_value", { message: `The score value is ${shown(scoreValue)}.` });
      }
    }
  },
};

export const scoreWhereNone: Rule = {
  code: "TM1504",
  severity: "error",
  title: "score in a framework that has no scores",
  explanation: "Rows of this framework are not scored by its publisher, so nobody knows what the score would mean.",
  example: '"score_category": "protect" in a file of veris',
  fix: null,
  scope: "row",
  *check({ rows, framework }) {
    if (!unscored.has(framework)) return;
    for (const { index, scoreCategory, scoreValue } of rows) {
      if (!isBlank(scoreCategory) || !isBlank(scoreValue)) {
        yield atRow(index, "score_category", { message: `Rows of ${framework} have no score.` });
      }
    }
  },
};

export const wrongParent: Rule = {
  code: "TM1506",
  severity: "error",
  title: "related score is not the parent of the technique",
  explanation: "related_score of a sub-technique names its parent; on a technique without a dot it stays empty.",
  example: '"attack_object_id": "T1550.001", "related_score": "T1551"',
  fix: "writes the parent's id, or nothing, where the named release knows the technique by the name in the row",
  scope: "row",
  *check({ file, rows, release }) {
    // The older shape writes it on every row, the technique's own id where there is no parent; TM1005 explains the file.
    if (file.serialisation === "J1") return;
    for (const { index, relatedScore, attackObjectId, attackObjectName } of rows) {
      if (isBlank(relatedScore)) continue;
      const id = (attackObjectId ?? "").trim();
      const parent = parentIdOf(id);
      if (relatedScore === parent) continue;
      // Otherwise the id itself may be the mistake, and the parent what tells it.
      const isSure = release?.technique(id)?.name.trim() === (attackObjectName ?? "").trim();
      yield atRow(index, "related_score", {
        message: `related_score is ${shown(relatedScore)}; the parent of ${shown(attackObjectId)} is ${shown(parent)}.`,
        ...(isSure ? setField(index, "related_score", parent ?? "") : {}),
      });
    }
  },
};

export const noParent: Rule = {
  code: "TM1507",
  severity: "note",
  title: "sub-technique row of a scored framework without related score",
  explanation: "The parent follows from the id; nothing is lost.",
  example: '"attack_object_id": "T1550.001", "related_score": ""',
  fix: "writes the parent's id",
  scope: "row",
  *check(context) {
    if (!isScored(context)) return;
    for (const { index, mappable, relatedScore, attackObjectId } of context.rows) {
      const parent = parentIdOf((attackObjectId ?? "").trim());
      if (!mappable || parent === null || !isBlank(relatedScore)) continue;
      const pointer = `/mapping_objects/${index}`;
      yield atRow(index, "related_score", {
        message: `related_score is empty; the parent is ${parent}.`,
        repairs: [
          relatedScore === undefined
            ? { kind: "add", pointer, key: "related_score", value: parent }
            : { kind: "set", pointer: `${pointer}/related_score`, value: parent },
        ],
      });
    }
  },
};
