/** What is wrong with a Navigator layer, by the text of format 4.5 (attack-navigator, layers/spec/v4.5): [] for nothing. */

type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown) => typeof value === "string";
const isNumber = (value: unknown) => typeof value === "number" && Number.isFinite(value);
const isFlag = (value: unknown) => typeof value === "boolean";
const isColor = (value: unknown) => isText(value) && /^#[0-9a-f]{6}$/i.test(String(value));
const isListOf = (inner: (value: Fields) => boolean) => (value: unknown) =>
  Array.isArray(value) &&
  value.every((item: unknown) => typeof item === "object" && item !== null && inner(item as Fields));
const isDivider = (item: Fields) => isFlag(item.divider);
const isMetadata = isListOf((item) => isDivider(item) || (isText(item.name) && isText(item.value)));
const isLinks = isListOf((item) => isDivider(item) || (isText(item.label) && /^https?:\/\//.test(String(item.url))));

type Checks = Readonly<Record<string, (value: unknown) => boolean>>;

const technique: Checks = {
  techniqueID: (value) => /^T\d{4}(\.\d{3})?$/.test(String(value)),
  tactic: isText,
  comment: isText,
  enabled: isFlag,
  score: isNumber,
  color: (value) => value === "" || isColor(value),
  metadata: isMetadata,
  links: isLinks,
  showSubtechniques: isFlag,
};

const layer: Checks = {
  versions: (value) => {
    const { attack, navigator, layer: format } = value as Fields;
    return /^\d+(\.\d+)?$/.test(String(attack)) && format === "4.5" && /^(4\.9|5)\./.test(String(navigator));
  },
  name: isText,
  description: isText,
  domain: (value) => ["enterprise-attack", "mobile-attack", "ics-attack"].includes(String(value)),
  customDataURL: isText,
  filters: (value) => typeof value === "object",
  sorting: (value) => [0, 1, 2, 3].includes(value as number),
  layout: (value) => typeof value === "object",
  hideDisabled: isFlag,
  techniques: isListOf((item) => faultsOf(item, technique, ["techniqueID"]).length === 0),
  gradient: (value) => {
    const { colors, minValue, maxValue } = value as Fields;
    const ramp = Array.isArray(colors) && colors.length >= 2 && colors.every(isColor);
    return ramp && isNumber(minValue) && isNumber(maxValue) && Number(maxValue) > Number(minValue);
  },
  legendItems: isListOf((item) => isText(item.label) && isColor(item.color)),
  showTacticRowBackground: isFlag,
  tacticRowBackground: isColor,
  selectTechniquesAcrossTactics: isFlag,
  selectSubtechniquesWithParent: isFlag,
  selectVisibleTechniques: isFlag,
  metadata: isMetadata,
  links: isLinks,
};

function faultsOf(value: Fields, checks: Checks, required: readonly string[]): readonly string[] {
  const missing = required.filter((key) => value[key] === undefined).map((key) => `${key} is missing`);
  const wrong = Object.entries(value).flatMap(([key, field]) => {
    const check = checks[key];
    if (check === undefined) return [`${key} is not of the format`];
    return check(field) ? [] : [`${key} is wrong: ${JSON.stringify(field).slice(0, 200)}`];
  });
  return [...missing, ...wrong];
}

export function layerFaults(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return ["it is no object"];
  const faults = faultsOf(value as Fields, layer, ["name", "domain"]);
  const { techniques = [], gradient } = value as { techniques?: readonly Fields[]; gradient?: { maxValue: number } };
  const ids = techniques.map(({ techniqueID, tactic }) => `${techniqueID} ${tactic ?? ""}`);
  if (new Set(ids).size !== ids.length) return [...faults, "a technique stands twice"];
  const beyond = techniques.filter(({ score }) => typeof score === "number" && score > (gradient?.maxValue ?? 100));
  return [...faults, ...beyond.map(({ techniqueID }) => `${techniqueID} is scored beyond the gradient`)];
}
