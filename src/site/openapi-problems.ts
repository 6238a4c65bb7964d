/**
 * Every code that an answer over HTTP can carry, with its status and what it means. A test compares the table with the
 * codes in the sources. To add one: a row here, and one in docs/guide/http.md.
 */
export const problemCodes = {
  TM4001: { status: 400, meaning: "Two releases are asked for at once." },
  TM4002: { status: 404, meaning: "The ATT&CK release is not loaded." },
  TM4003: { status: 404, meaning: "No framework of that name is loaded." },
  TM4004: { status: 400, meaning: "A filter takes none of the words given." },
  TM4005: { status: 400, meaning: "The page number is no whole number from 1." },
  TM4006: { status: 404, meaning: "There is no such ATT&CK domain." },
  TM4007: { status: 400, meaning: "A set is compared with itself." },
  TM4008: { status: 400, meaning: "A table has no column of that name." },
  TM4010: { status: 404, meaning: "No loaded release has the technique." },
  TM4011: { status: 404, meaning: "The technique stands in other releases, not in the one asked for." },
  TM4020: { status: 404, meaning: "No loaded version of the framework has the capability." },
  TM4021: { status: 404, meaning: "No such mapping set is loaded." },
  TM4022: {
    status: 404,
    meaning: "The capability stands in other sets, not in the one asked for, or is several there.",
  },
  TM4023: { status: 404, meaning: "The framework or set has no such group of capabilities." },
  TM4024: { status: 400, meaning: "A defence is asked what does not answer it: that is asked of threats." },
  TM4025: {
    status: 400,
    meaning: "A threat vocabulary is asked what it does not answer: only defences answer techniques.",
  },
  TM4030: { status: 404, meaning: "No loaded release has the tactic." },
  TM4031: { status: 404, meaning: "The tactic stands in other releases, not in the one asked for." },
  TM4040: { status: 404, meaning: "No loaded release has the group." },
  TM4041: { status: 404, meaning: "The group stands in other releases, not in the one asked for." },
  TM4042: { status: 404, meaning: "No loaded release has the software, campaign or mitigation." },
  TM4043: {
    status: 404,
    meaning: "The software, campaign or mitigation stands in other releases, not in the one asked for.",
  },
  TM4044: { status: 404, meaning: "The matrix has nothing of that name to outline." },
  TM4050: { status: 404, meaning: "No such page about Tidemap." },
  TM4100: { status: 404, meaning: "There is nothing at this address." },
  TM4101: { status: 405, meaning: "Only GET, HEAD and OPTIONS are answered." },
  TM4102: { status: 414, meaning: "The address is too long." },
  TM4103: { status: 400, meaning: "The address holds a percent sign that encodes nothing." },
  TM4104: { status: 400, meaning: "The address takes no parameter of that name." },
  TM4105: { status: 400, meaning: "A parameter is given more than once." },
  TM4106: { status: 400, meaning: "The address has too many parameters." },
  TM4107: { status: 413, meaning: "The request has a body; no address takes one." },
  TM4108: { status: 410, meaning: "The address was retired; what stood there has no successor." },
  TM4190: { status: 500, meaning: "A fault in Tidemap itself." },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly meaning: string }>>;

export type ProblemCode = keyof typeof problemCodes;

/** Where a code is described: a reference into the API's own description. */
export function problemType(code: string): string {
  return `/api/v1/openapi.json#/components/x-problems/${code}`;
}
