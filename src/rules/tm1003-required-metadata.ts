import { shown } from "../base/shown.js";
import { isIdPart } from "../model/set-id.js";
import { isBlank } from "./context.js";
import { atMetadata, type Rule } from "./rule.js";

export const requiredMetadata: Rule = {
  code: "TM1003",
  severity: "error",
  title: "required metadata missing, empty or unreadable",
  explanation:
    "Framework, framework version, ATT&CK version and domain say which set a file is; without them, or with an ATT&CK version that is no version, it cannot be compiled. Both dates and the mapping types are required too, because sets are ordered and rows are read by them.",
  example: '"metadata": { "mapping_framework": "own", "attack_version": "latest" }',
  fix: null,
  scope: "metadata",
  *check({ file, metadata, domain, version }) {
    if (file.serialisation === "J5") {
      yield atMetadata("", "The file has no metadata, so nothing says which set it is.", {
        hint: "It is a text export: take the editor's project file.",
      });
      return;
    }
    const required = {
      mapping_framework: metadata.mappingFramework,
      mapping_framework_version: metadata.mappingFrameworkVersion,
      attack_version: metadata.attackVersion,
      technology_domain: metadata.technologyDomain,
      creation_date: metadata.creationDate,
      last_update: metadata.lastUpdate,
    };
    for (const [key, value] of Object.entries(required)) {
      if (isBlank(value)) yield atMetadata(key, `${key} is ${value === undefined ? "missing" : "empty"}.`);
    }
    for (const key of ["mapping_framework", "mapping_framework_version"] as const) {
      const name = required[key] ?? "";
      if (isBlank(name) || isIdPart(key === "mapping_framework" ? name : name.replaceAll("/", "."))) continue;
      yield atMetadata(key, `${key} is ${shown(name)}, which cannot be part of an address.`, {
        hint: "Up to 60 signs on one line, without slashes.",
      });
    }
    if (version === null && !isBlank(metadata.attackVersion)) {
      yield atMetadata(
        "attack_version",
        `attack_version is ${shown(metadata.attackVersion)}, which is no version like "16.1".`,
      );
    }
    if (domain === null && !isBlank(metadata.technologyDomain)) {
      yield atMetadata(
        "technology_domain",
        `technology_domain is ${shown(metadata.technologyDomain)}, not enterprise, mobile or ics.`,
      );
    }
    if (metadata.mappingTypes.size === 0) yield atMetadata("mapping_types", "No mapping type is declared.");
  },
};
