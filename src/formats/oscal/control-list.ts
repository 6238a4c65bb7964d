import type { Source } from "../../base/source.js";
import type { Parsed } from "../../model/diagnostic.js";
import { readDocument } from "../document.js";
import { Findings } from "../findings.js";
import { type Bounds, checkSize } from "../format.js";

/** A control that an OSCAL document lists; titles and groups are a catalogue's. */
export interface ListedControl {
  /** As written: `ac-2`, `ac-2.1`. */
  readonly id: string;
  readonly title: string | null;
  /** Id of the innermost group that has one. */
  readonly group: string | null;
}

/** What an OSCAL catalogue holds, or a profile chooses. Chosen is not implemented. */
export interface ControlList {
  readonly kind: "catalog" | "profile";
  readonly title: string | null;
  /** In the document's order, each id once. */
  readonly controls: readonly ListedControl[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The controls of an OSCAL catalogue (resolved profiles are ones), or those that a profile chooses by their ids, in JSON or YAML
 * (OSCAL 1.0 to 1.2, https://pages.nist.gov/OSCAL/reference/). A profile that chooses all, by a pattern, or with the controls below
 * one needs its catalogue, which it names and does not hold: it is refused. Never throws on input.
 */
export function parseControlList(source: Source, bounds: Bounds): Parsed<ControlList> {
  const large = checkSize(source.path, source.bytes.length, bounds);
  if (large !== null) return { value: null, diagnostics: [large] };
  const findings = new Findings(source.path);
  const document = readDocument(source, bounds, findings);
  const value = document === null ? null : listOf(fieldsOf(document.value), bounds, findings);
  return { value, diagnostics: findings.all() };
}

function listOf({ catalog, profile }: Fields, bounds: Bounds, findings: Findings): ControlList | null {
  const kind = profile === undefined ? "catalog" : "profile";
  const root = fieldsOf(profile ?? catalog);
  if (catalog === undefined && profile === undefined) {
    findings.add("TM0011", { message: "The document is no OSCAL catalogue and no profile.", hint: expected });
    return null;
  }
  const controls = kind === "catalog" ? catalogued(root) : chosen(root, findings);
  if (controls === null) return null;
  if (controls.length > bounds.rows) {
    findings.add("TM0003", {
      message: `The document lists ${controls.length} controls; at most ${bounds.rows} are read.`,
    });
    return null;
  }
  if (controls.length === 0) {
    findings.add("TM0011", { message: `The ${kind} lists no control.`, hint: expected });
    return null;
  }
  const once = new Map(controls.map((control) => [control.id, control]));
  return { kind, title: textOf(fieldsOf(root.metadata).title), controls: [...once.values()] };
}

const expected = "Expected is a catalog with controls, or a profile whose imports name controls by id.";

/** Groups and controls hold groups and controls; the document's depth is bounded. */
function catalogued(root: Fields, group: string | null = null): readonly ListedControl[] {
  const below = itemsOf(root.groups).flatMap((one) => catalogued(one, textOf(one.id) ?? group));
  const own = itemsOf(root.controls).flatMap((control) => {
    const id = textOf(control.id);
    const inner = catalogued(control, group);
    return id === null ? inner : [{ id, title: textOf(control.title), group }, ...inner];
  });
  return [...own, ...below];
}

function chosen(profile: Fields, findings: Findings): readonly ListedControl[] | null {
  const controls: ListedControl[] = [];
  for (const [index, imported] of itemsOf(profile.imports).entries()) {
    const pointer = `/profile/imports/${index}`;
    const include = itemsOf(imported["include-controls"]);
    const exclude = itemsOf(imported["exclude-controls"]);
    if (
      imported["include-all"] !== undefined ||
      [...include, ...exclude].some(needsCatalogue) ||
      include.length === 0
    ) {
      findings.add("TM0011", {
        pointer,
        message: `The profile chooses controls of ${textOf(imported.href) ?? "another document"} that it does not name one by one.`,
        hint: "Give the resolved profile, a catalogue; it also holds the controls above those that were chosen.",
      });
      return null;
    }
    const left = new Set(exclude.flatMap(idsOf));
    for (const id of include.flatMap(idsOf)) if (!left.has(id)) controls.push({ id, title: null, group: null });
  }
  return controls;
}

function needsCatalogue(selection: Fields): boolean {
  return selection.matching !== undefined || selection["with-child-controls"] === "yes";
}

function idsOf(selection: Fields): readonly string[] {
  const ids = selection["with-ids"];
  return Array.isArray(ids) ? ids.flatMap((id: unknown) => textOf(id) ?? []) : [];
}

function itemsOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
