/**
 * The day each ATT&CK release was published, by version; the domains of a release share it. Source: the publisher's
 * list of releases (mitre-attack/attack-stix-data, index.json). To add one: a line here; a release without a line is
 * simply not compared by day.
 */
const days: Readonly<Record<string, string>> = {
  "1.0": "2018-01-17",
  "2.0": "2018-04-18",
  "3.0": "2018-10-23",
  "4.0": "2019-04-30",
  "5.0": "2019-07-19",
  "5.1": "2019-07-27",
  "5.2": "2019-07-27",
  "6.0": "2019-10-23",
  "6.1": "2019-11-21",
  "6.2": "2019-12-02",
  "6.3": "2020-03-09",
  "7.0": "2020-03-31",
  "7.1": "2020-07-13",
  "7.2": "2020-07-15",
  "8.0": "2020-10-27",
  "8.1": "2020-11-12",
  "8.2": "2021-01-27",
  "9.0": "2021-04-29",
  "10.0": "2021-10-21",
  "10.1": "2021-11-10",
  "11.0": "2022-04-25",
  "11.1": "2022-05-11",
  "11.2": "2022-05-24",
  "11.3": "2022-07-07",
  "12.0": "2022-10-25",
  "12.1": "2022-11-08",
  "13.0": "2023-04-25",
  "13.1": "2023-05-09",
  "14.0": "2023-10-31",
  "14.1": "2023-11-14",
  "15.0": "2024-04-23",
  "15.1": "2024-05-02",
  "16.0": "2024-10-31",
  "16.1": "2024-11-12",
  "17.0": "2025-04-22",
  "17.1": "2025-05-06",
  "18.0": "2025-10-28",
  "18.1": "2025-11-13",
};

/** `YYYY-MM-DD`; null for a release whose day we do not know. */
export function releaseDay(version: string): string | null {
  return Object.hasOwn(days, version) ? (days[version] ?? null) : null;
}
