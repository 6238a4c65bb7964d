import type { AttackKind } from "../model/attack.js";
import type { Parsed } from "../model/diagnostic.js";
import type { Citation } from "../model/texts.js";
import { bundleObjects } from "./bundle.js";
import { Findings } from "./findings.js";
import { byText } from "./order.js";
import { attackIdOf, isRecord, kindOfStixType, listOf, type StixObject, textOf } from "./stix.js";

/** A publisher's description, raw; for the user's store, never for the facts. */
export interface BundleText {
  readonly kind: AttackKind;
  /** ATT&CK id; the STIX id where the object has none (data components before 18.0). */
  readonly id: string;
  readonly description: string;
  /** References with a name and no ATT&CK id, in order. */
  readonly citations: readonly Citation[];
}

/** All descriptions of a bundle, by kind and id; null where it is no bundle. Objects without a description are left out. */
export function decodeBundleTexts(bundle: unknown, file = ""): Parsed<readonly BundleText[]> {
  const findings = new Findings(file);
  const objects = bundleObjects(bundle, findings);
  if (objects === null) return { value: null, diagnostics: findings.all() };
  const texts: BundleText[] = [];
  for (const raw of objects) {
    if (!isRecord(raw)) continue;
    const kind = kindOfStixType.get(textOf(raw, "type") ?? "");
    const description = textOf(raw, "description") ?? "";
    const id = attackIdOf(raw) ?? textOf(raw, "id");
    if (kind === undefined || description === "" || id === null || isBorrowed(raw)) continue;
    texts.push({ kind, id, description, citations: citationsOf(raw) });
  }
  texts.sort((a, b) => byText(a.kind, b.kind) || byText(a.id, b.id));
  return { value: texts, diagnostics: findings.all() };
}

function isBorrowed(raw: StixObject): boolean {
  return raw.x_tidemap_carried_from !== undefined;
}

function citationsOf(raw: StixObject): readonly Citation[] {
  const citations: Citation[] = [];
  for (const reference of listOf(raw, "external_references")) {
    if (!isRecord(reference) || textOf(reference, "external_id") !== null) continue;
    const name = textOf(reference, "source_name");
    if (name === null) continue;
    citations.push({ name, description: textOf(reference, "description"), url: textOf(reference, "url") });
  }
  return citations;
}
