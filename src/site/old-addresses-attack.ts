import { attackObject, type OldKind } from "./old-addresses-kind.js";

/** A technique's address on the publisher's own site, `versions/v14/` in front where it is of a release: what people paste. */
export const attackSiteAddresses: readonly OldKind[] = [
  {
    pattern: /^(?:versions\/v(?<major>\d+)\/)?techniques\/(?<top>T\d{4})(?:\/(?<sub>\d{3}))?$/i,
    to: (kb, { major, top = "", sub }) =>
      // There `v14` is the newest release of that number.
      attackObject(kb, { kind: "technique", id: sub === undefined ? top : `${top}.${sub}` }, (domain) => {
        const versions = kb.releases(domain).map(({ version }) => version);
        return versions.findLast((version) => version.split(".")[0] === major) ?? null;
      }),
  },
];
