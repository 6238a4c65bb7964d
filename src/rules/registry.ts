import type { Rule } from "./rule.js";
import { crashed, noLastLineBreak, olderSerialisation, repeatedKey, unknownField, unreadable } from "./tm100x-file.js";
import {
  createdAfterUpdate,
  createdApart,
  malformedDate,
  updatedBeforeRelease,
  versionAfterUpdate,
} from "./tm110x-dates.js";
import {
  blanksAroundDeclaredName,
  undeclaredGroup,
  undeclaredType,
  undescribedType,
  unusedGroup,
  unusedType,
} from "./tm110x-declarations.js";
import { halfNamedRelease, nobodyNamed, noMappingVersion } from "./tm110x-stated.js";
import { otherAttackVersion, otherFrameworkVersion, otherSpelledVersion } from "./tm120x-row-versions.js";
import { noCapability, noReason, noTechnique, unknownStatus, untypedNonMappable } from "./tm120x-status.js";
import { blanksAroundId, idOutsideForm, idsInOtherCase, mixedPadding } from "./tm130x-capability-ids.js";
import { severalGroups, severalNames, strangerInGroup } from "./tm130x-groups.js";
import { blanksAroundName, doubleBlankInName, namelessCapability } from "./tm130x-names.js";
import {
  blanksAroundComment,
  carriageReturn,
  invisibleCharacter,
  markup,
  openValue,
  sharedComment,
} from "./tm131x-text.js";
import {
  deprecatedTechnique,
  malformedTechnique,
  nameWithParent,
  otherName,
  releaseNotLoaded,
  revokedTechnique,
  unknownTechnique,
} from "./tm140x-techniques.js";
import { halfScored, noParent, scoreWhereNone, unknownScore, unscoredRow, wrongParent } from "./tm150x-scores.js";
import { contradictingValues, repeatedClaim, repeatedRow } from "./tm160x-repeats.js";
import {
  blanksAroundReference,
  noAddress,
  nullReferences,
  plainHttp,
  repeatedReference,
  severalAddresses,
} from "./tm170x-references.js";
import { requiredMetadata } from "./tm1003-required-metadata.js";
import { pathDisagrees } from "./tm1004-path.js";
import { mappedAndNot, mappedAndNotInOtherCase } from "./tm1205-both-mapped.js";
import { controlCharacter } from "./tm1315-control-character.js";

/**
 * Every rule, by code. Codes are stable. To add one: write the rule beside those of its kind, name it here, run
 * `node scripts/rule-docs.mjs`; a code is never used again for something else.
 */
export const allRules: readonly Rule[] = [
  crashed,
  unreadable,
  repeatedKey,
  requiredMetadata,
  pathDisagrees,
  olderSerialisation,
  unknownField,
  noLastLineBreak,
  malformedDate,
  createdAfterUpdate,
  updatedBeforeRelease,
  versionAfterUpdate,
  noMappingVersion,
  unusedGroup,
  undeclaredGroup,
  unusedType,
  undeclaredType,
  blanksAroundDeclaredName,
  undescribedType,
  nobodyNamed,
  createdApart,
  halfNamedRelease,
  noTechnique,
  noCapability,
  unknownStatus,
  untypedNonMappable,
  mappedAndNot,
  mappedAndNotInOtherCase,
  noReason,
  otherAttackVersion,
  otherSpelledVersion,
  otherFrameworkVersion,
  namelessCapability,
  malformedTechnique,
  blanksAroundId,
  idsInOtherCase,
  mixedPadding,
  idOutsideForm,
  strangerInGroup,
  severalGroups,
  severalNames,
  blanksAroundName,
  doubleBlankInName,
  carriageReturn,
  blanksAroundComment,
  invisibleCharacter,
  markup,
  controlCharacter,
  unknownTechnique,
  revokedTechnique,
  deprecatedTechnique,
  otherName,
  nameWithParent,
  releaseNotLoaded,
  unscoredRow,
  halfScored,
  unknownScore,
  scoreWhereNone,
  contradictingValues,
  wrongParent,
  noParent,
  repeatedRow,
  repeatedClaim,
  noAddress,
  severalAddresses,
  blanksAroundReference,
  repeatedReference,
  plainHttp,
  nullReferences,
  openValue,
  sharedComment,
];

const byCode: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.code, rule]));

/** The rule of that code; null for a code that no rule has. */
export function ruleByCode(code: string): Rule | null {
  return byCode.get(code) ?? null;
}
