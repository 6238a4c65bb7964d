import { type LayerTechnique, writeLayer } from "../../formats/layer/write.js";
import { domainNames } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import { ratings } from "../../model/mapping.js";
import { techniqueAddress } from "../../model/technique-address.js";
import type { MatrixCell, MatrixPageView } from "../views/matrix.js";
import { isAsked } from "../views/matrix-cells.js";
import { cellsOf, legendWords, matrixTitle, metricWords } from "../words/matrix.js";
import { depthColors } from "./matrix-colors.js";

/**
 * The matrix as it is shown, as a Navigator layer: each technique once, non-mappable ones disabled and without score.
 * Layers draw no outline: what is outlined says so in its metadata, also where no row answers it.
 */
export function matrixLayer(view: MatrixPageView): string {
  const { filter, legend, metric, outline, view: frame } = view;
  const sets = view.frameworks.filter(({ id }) => isAsked(filter, id));
  return writeLayer({
    name: matrixTitle(view),
    description: `${metricWords(metric, filter.side)} of each technique, by exact id: each framework's newest set carried to ATT&CK ${frame.release}.`,
    domain: frame.domain,
    attack: frame.release,
    techniques: cellsOf(view).flatMap((cell) => techniqueOf(view, cell)),
    legend: legend.map((step) => ({ label: legendWords(step), color: depthColors[step.level].fill })),
    colors: [depthColors[1].fill, depthColors[3].fill, depthColors[5].fill],
    metadata: [
      { name: "domain", value: `${domainNames[frame.domain]} ${frame.release}` },
      ...sets.map(({ id, set }) => ({ name: frameworkOf(id).shortName, value: set })),
      ...(outline === null ? [] : [{ name: "outlined", value: `${outline.id} ${outline.name}` }]),
    ],
    links: [{ label: "Mappings: Center for Threat-Informed Defense", url: "https://ctid.mitre.org/" }],
  });
}

function techniqueOf({ metric, outline, view }: MatrixPageView, cell: MatrixCell): readonly LayerTechnique[] {
  const { id, rows, best, functions, nonMappable, capabilities, frameworks } = cell;
  const outlined = cell.outlined && outline !== null ? [{ name: "outlined", value: outline.name }] : [];
  if (rows === 0 && nonMappable.length === 0 && outlined.length === 0) return [];
  const links = [{ label: "ATT&CK", url: techniqueAddress(id, view.release) }];
  if (rows === 0) {
    const declared = nonMappable.map((known) => frameworkOf(known).shortName).join(", ");
    const silent = { techniqueID: id, ...(outlined.length > 0 ? { metadata: outlined } : {}), links };
    return [declared === "" ? silent : { ...silent, enabled: false, comment: `declared non-mappable by ${declared}` }];
  }
  const score = metric === "rating" ? (best === null ? undefined : ratings.indexOf(best) + 1) : cell[metric];
  return [
    {
      techniqueID: id,
      // The colour too: a gradient ends at the largest score there is, while one number has one depth in every matrix.
      ...(score === undefined ? {} : { score }),
      color: depthColors[cell.level].fill,
      metadata: [
        { name: "capabilities", value: String(capabilities) },
        { name: "frameworks", value: String(frameworks) },
        { name: "best rating", value: best ?? "not scored" },
        { name: "functions", value: functions.join(", ") || "none" },
        ...outlined,
      ],
      links,
    },
  ];
}
