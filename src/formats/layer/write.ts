/** ATT&CK Navigator layers, format 4.5 (https://github.com/mitre-attack/attack-navigator, layers/spec/v4.5). */

const layerVersions = { navigator: "5.1.0", layer: "4.5" } as const;

/** One technique of a layer. */
export interface LayerTechnique {
  readonly techniqueID: string;
  readonly score?: number;
  readonly enabled?: false;
  readonly color?: string;
  readonly comment?: string;
  readonly showSubtechniques?: boolean;
  readonly metadata?: readonly { readonly name: string; readonly value: string }[];
  readonly links?: readonly { readonly label: string; readonly url: string }[];
}

export interface LayerContent {
  readonly name: string;
  readonly description: string;
  readonly domain: "enterprise" | "mobile" | "ics";
  /** The ATT&CK release; the Navigator takes its major number. */
  readonly attack: string;
  readonly techniques: readonly LayerTechnique[];
  readonly legend: readonly { readonly label: string; readonly color: string }[];
  /** The score that has the first colour; 0 where absent. */
  readonly least?: number;
  /** Colours from least to most. */
  readonly colors: readonly string[];
  readonly metadata: readonly { readonly name: string; readonly value: string }[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** A layer as JSON text. The gradient spans the scores that occur, disabled techniques have none. */
export function writeLayer(content: LayerContent): string {
  const scores = content.techniques.flatMap(({ score }) => score ?? []);
  const most = scores.reduce((a, b) => Math.max(a, b), 1);
  const layer = {
    name: content.name,
    versions: { attack: content.attack.replace(/\..*$/, ""), ...layerVersions },
    domain: `${content.domain}-attack`,
    description: content.description,
    sorting: 3,
    hideDisabled: false,
    techniques: content.techniques,
    gradient: { colors: content.colors, minValue: content.least ?? 0, maxValue: most },
    legendItems: content.legend,
    metadata: content.metadata,
    links: content.links,
    showTacticRowBackground: false,
    selectTechniquesAcrossTactics: true,
    selectSubtechniquesWithParent: false,
  };
  return `${JSON.stringify(layer, null, 1)}\n`;
}
