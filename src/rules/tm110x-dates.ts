import { shown } from "../base/shown.js";
import { dayOf } from "../model/day.js";
import { releaseDay } from "../model/release-dates.js";
import { isBlank } from "./context.js";
import { atMetadata, type Rule } from "./rule.js";

const dateKeys = ["creation_date", "last_update"] as const;

export const malformedDate: Rule = {
  code: "TM1101",
  severity: "error",
  title: "date not MM/DD/YYYY or not a real day",
  explanation:
    "Dates are written month/day/year with two, two and four digits. Sets are ordered by them where framework version and release are equal.",
  example: '"last_update": "13/40/2025"',
  fix: "adds missing zeros, nothing else",
  scope: "metadata",
  *check({ metadata }) {
    const dates = { creation_date: metadata.creationDate, last_update: metadata.lastUpdate };
    for (const key of dateKeys) {
      const date = dates[key];
      if (date === null || date === undefined || date.trim() === "") continue;
      if (dayOf(date) === null) yield atMetadata(key, `${key} is ${shown(date)}, which is no day written MM/DD/YYYY.`);
      else if (!/^\d{2}\/\d{2}\/\d{4}$/.test(date)) {
        const message = `${key} is ${shown(date)}; MM/DD/YYYY has two digits for month and day.`;
        yield atMetadata(key, message, {
          repairs: [{ kind: "set", pointer: `/metadata/${key}`, value: padded(date) }],
        });
      }
    }
  },
};

function padded(date: string): string {
  const [month = "", day = "", year = ""] = date.trim().split(/[/.]/);
  return `${month.padStart(2, "0")}/${day.padStart(2, "0")}/${year}`;
}

export const createdAfterUpdate: Rule = {
  code: "TM1102",
  severity: "warning",
  title: "creation date later than the last update",
  explanation: "One of the two dates is wrong.",
  example: '"creation_date": "05/01/2025", "last_update": "04/01/2025"',
  fix: null,
  scope: "metadata",
  *check({ metadata }) {
    const [created, updated] = [dayOf(metadata.creationDate), dayOf(metadata.lastUpdate)];
    if (created === null || updated === null || created <= updated) return;
    yield atMetadata(
      "creation_date",
      `creation_date is ${shown(metadata.creationDate)}, later than last_update ${shown(metadata.lastUpdate)}.`,
    );
  },
};

export const updatedBeforeRelease: Rule = {
  code: "TM1103",
  severity: "warning",
  title: "last update before the named ATT&CK release was published",
  explanation:
    "Nobody can map to a release that is not out yet: the date or the release is wrong. Tidemap orders sets by framework version and release first, never by these dates alone. The days of releases come from the publisher's list of them.",
  example: '"attack_version": "16.1", "last_update": "01/13/2022"',
  fix: null,
  scope: "metadata",
  *check({ metadata, version }) {
    const updated = dayOf(metadata.lastUpdate);
    const released = version === null ? null : releaseDay(version);
    if (updated === null || released === null || updated >= released) return;
    yield atMetadata(
      "last_update",
      `last_update is ${shown(metadata.lastUpdate)}; ATT&CK ${version} was published on ${released}.`,
    );
  },
};

export const versionAfterUpdate: Rule = {
  code: "TM1104",
  severity: "note",
  title: "dated framework version later than the last update",
  explanation:
    "The framework's version is a day on which the file, by its own dates, was already finished. Worth knowing where files are compared by date.",
  example: '"mapping_framework_version": "12/12/2024", "last_update": "12/11/2024"',
  fix: null,
  scope: "metadata",
  *check({ metadata }) {
    const [framework, updated] = [dayOf(metadata.mappingFrameworkVersion), dayOf(metadata.lastUpdate)];
    if (framework === null || updated === null || framework <= updated) return;
    yield atMetadata(
      "mapping_framework_version",
      `mapping_framework_version is ${shown(metadata.mappingFrameworkVersion)}, later than last_update ${shown(metadata.lastUpdate)}.`,
    );
  },
};

export const createdApart: Rule = {
  code: "TM1113",
  severity: "warning",
  title: "creation date differs from the sibling domains",
  explanation:
    "The domains of one framework version are published together; a creation date that none of the others has is probably a typing error.",
  example: 'mobile: "creation_date": "01/23/2024"; enterprise and ics: "01/23/2025"',
  fix: null,
  scope: "metadata",
  *check({ metadata, siblings }) {
    const others = siblings.filter(({ creationDate }) => !isBlank(creationDate));
    if (isBlank(metadata.creationDate) || others.length === 0) return;
    if (others.some(({ creationDate }) => creationDate === metadata.creationDate)) return;
    const dates = [...new Set(others.map(({ creationDate }) => creationDate ?? ""))].join(", ");
    yield atMetadata(
      "creation_date",
      `creation_date is ${shown(metadata.creationDate)}; the other domains of this version have ${dates}.`,
    );
  },
};
