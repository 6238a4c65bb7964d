import { shown } from "../base/shown.js";
import { isBlank } from "./context.js";
import { atMetadata, type Rule } from "./rule.js";

export const noMappingVersion: Rule = {
  code: "TM1105",
  severity: "note",
  title: "mapping version empty",
  explanation:
    "Without a version of its own a corrected file cannot be told from the one before, except by its bytes. Tidemap keeps the SHA-256 of each.",
  example: '"mapping_version": ""',
  fix: null,
  scope: "metadata",
  *check({ file, metadata }) {
    if (file.serialisation !== "J5" && isBlank(metadata.mappingVersion)) {
      yield atMetadata("mapping_version", "mapping_version is empty.");
    }
  },
};

export const nobodyNamed: Rule = {
  code: "TM1112",
  severity: "note",
  title: "author, contact and organization all empty",
  explanation: "Nobody is named to whom a mistake in the file can be reported.",
  example: '"author": null, "contact": null, "organization": null',
  fix: null,
  scope: "metadata",
  *check({ file, metadata: { author, contact, organization } }) {
    if (file.serialisation !== "J5" && isBlank(author) && isBlank(contact) && isBlank(organization)) {
      yield atMetadata("author", "author, contact and organization are all empty.");
    }
  },
};

export const halfNamedRelease: Rule = {
  code: "TM1114",
  severity: "warning",
  title: "release named by its first number alone",
  explanation:
    "Most releases have later ones of the same number (16.0, 16.1), and techniques differ between them. Tidemap reads 16 as 16.0; write the release that the mappings were made on.",
  example: '"attack_version": "16"',
  fix: null,
  scope: "metadata",
  *check({ metadata: { attackVersion }, version }) {
    if (version === null || (attackVersion ?? "").includes(".")) return;
    yield atMetadata("attack_version", `attack_version is ${shown(attackVersion)}; it is read as ${version}.`);
  },
};
