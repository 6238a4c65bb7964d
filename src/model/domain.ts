/** The three ATT&CK domains, in the publisher's order. */
export const domains = ["enterprise", "mobile", "ics"] as const;

export type Domain = (typeof domains)[number];

export function isDomain(text: string): text is Domain {
  return (domains as readonly string[]).includes(text);
}

/** How a domain is called on a page. */
export const domainNames = {
  enterprise: "Enterprise",
  mobile: "Mobile",
  ics: "ICS",
} as const satisfies Record<Domain, string>;
