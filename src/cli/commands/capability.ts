import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { parseAttackVersion } from "../../model/version.js";
import { type Answer, problem } from "../../site/answer.js";
import { refusal } from "../../site/table/words.js";
import {
  type CapabilityQuestion,
  type CapabilityView,
  capabilityView,
  filedRows,
} from "../../site/views/capability.js";
import { findCapability } from "../../site/views/capability-lookup.js";
import { openKnowledge } from "../open.js";
import { facetsOf, textOf, withoutTexts } from "../options.js";
import type { Call } from "../program.js";
import { reply } from "../reply.js";

/**
 * `tidemap capability FRAMEWORK ID`: over the newest sets, carried to the newest release or another, or as one set (named, or
 * authored on a release) has it. CSV: its rows; with `--without` the techniques that the framework does not answer.
 */
export function capability({ context, args: [framework = "", id = ""], options }: Call): Promise<number> {
  const kb = openKnowledge(context);
  const found = answer(kb, {
    ...facetsOf(options),
    framework,
    id,
    attack: textOf(options.attack),
    aligned: textOf(options.alignedTo),
    set: textOf(options.set),
    without: textOf(options.without),
    "without-function": textOf(options.withoutFunction),
  });
  const refused = found.ok ? refusal(found.view.page.unknown) : null;
  return reply<CapabilityView>(context, refused === null ? found : { ok: false, problem: refused }, {
    screen: async () => withoutTexts(options, (await import("../screens/capability.js")).renderCapability),
    records: (view) => (view.defense.some(({ gap }) => gap !== null) ? unanswered(view) : filedRows(view)),
  });
}

/** Of a threat: its techniques that the framework asked for does not answer. */
function unanswered({ defense }: CapabilityView) {
  return defense.flatMap(({ gap }) => gap?.techniques ?? []);
}

interface Question extends CapabilityQuestion {
  readonly attack: string | undefined;
}

function answer(kb: KnowledgeBase, { attack, ...question }: Question): Answer<CapabilityView> {
  const { framework, id, aligned, set } = question;
  if ([attack, aligned, set].filter((given) => given !== undefined).length > 1) {
    return problem(400, "TM4001", {
      title: "Two questions at once",
      detail:
        "A set names its ATT&CK release, and rows are as authored or carried; give one of --set, --attack and --aligned-to.",
    });
  }
  if (attack === undefined) return capabilityView(kb, question);
  const found = findCapability(kb, framework, id);
  if (!found.ok) return found;
  const release = parseAttackVersion(attack);
  // Sets stand newest framework version first: rev5 answers before rev4 on a release that has both.
  const [authored] = found.view.sets.filter(({ facts }) => facts.key.attackVersion === release);
  if (authored) return capabilityView(kb, { ...question, set: authored.facts.id });
  const releases = [...new Set(found.view.sets.map(({ facts }) => facts.key.attackVersion))];
  return problem(404, "TM4002", {
    title: "Not authored on that release",
    detail: `No set with ${found.view.id} was authored on ATT&CK ${attack}; it stands in sets authored on ${releases.join(", ")}.`,
  });
}
