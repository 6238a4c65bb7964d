import { nearest } from "../../knowledge/suggest.js";
import { TidemapError } from "../../model/diagnostic.js";
import type { Call, Vocabulary } from "../program.js";

const scripts = { bash, zsh, fish } as const;

/** `tidemap completion SHELL`: a script for the shell's start file. Throws a TidemapError for another shell. */
export async function completion({ context, args: [shell = ""], vocabulary }: Call): Promise<number> {
  const known = (Object.keys(scripts) as (keyof typeof scripts)[]).find((name) => name === shell.trim().toLowerCase());
  if (known === undefined) {
    const names = Object.keys(scripts);
    const near = nearest(shell, names);
    throw new TidemapError("TM5003", `There is no completion for ${JSON.stringify(shell)}.`, {
      hint: near.length > 0 ? `Did you mean ${near.join(", ")}?` : `There are scripts for ${names.join(", ")}.`,
      exitCode: 2,
    });
  }
  context.host.out(scripts[known](vocabulary));
  return 0;
}

function names(vocabulary: Vocabulary): string {
  return vocabulary.map(({ name }) => name).join(" ");
}

function bash(vocabulary: Vocabulary): string {
  const cases = vocabulary.map(({ name, options }) => `    ${name}) words="${options.join(" ")}" ;;`);
  return `_tidemap() {
  local words="${names(vocabulary)} help"
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  [ "$COMP_CWORD" -eq 1 ] && words="${names(vocabulary)} help"
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}")
}
complete -o default -F _tidemap tidemap
`;
}

function zsh(vocabulary: Vocabulary): string {
  return `autoload -Uz bashcompinit && bashcompinit
${bash(vocabulary).replace("mapfile -t COMPREPLY < <(compgen", "COMPREPLY=($(compgen").replace('COMP_CWORD]}")', 'COMP_CWORD]}"))')}`;
}

function fish(vocabulary: Vocabulary): string {
  const options = vocabulary.flatMap(({ name, options: own }) =>
    own.map((option) => `complete -c tidemap -n "__fish_seen_subcommand_from ${name}" -l ${option.slice(2)}`),
  );
  return `complete -c tidemap -f -n __fish_use_subcommand -a "${names(vocabulary)} help"
${options.join("\n")}
`;
}
