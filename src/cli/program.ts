import { Command, CommanderError, Option } from "commander";
import { tableFields } from "../formats/rows/layout.js";
import { nearest } from "../knowledge/suggest.js";
import {
  alignedTo,
  attack,
  brief,
  capabilityOptions,
  columnMap,
  fromFolder,
  gapOptions,
  rowOptions,
  setRows,
  written,
} from "./command-options.js";
import { commonOf, commonOptions, noReport, tellingSoFar } from "./common-options.js";
import type { Context } from "./context.js";
import type { CliHost } from "./host.js";
import { wrap } from "./layout/wrap.js";
import { refuseEmpty } from "./options.js";
import { unknownCommand, usageError } from "./usage-error.js";

/** What a command is called with: arguments in their order, its own options by camel-cased name. */
export interface Call {
  readonly context: Context;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Every command that there is. */
  readonly vocabulary: Vocabulary;
}

/** Names of commands and of their options (`--attack`), for completion scripts. */
export type Vocabulary = readonly { readonly name: string; readonly options: readonly string[] }[];

/** Answers on `host.out`, talks on `host.err`; resolves to the exit code. */
export type Run = (call: Call) => Promise<number>;

interface CommandEntry {
  /** Name and arguments, as commander writes them. */
  readonly usage: string;
  readonly summary: string;
  readonly options?: readonly Option[];
  readonly examples: readonly string[];
  /** What else its help says. */
  readonly more?: string;
  /** It writes findings in the formats of programs that collect them. */
  readonly reports?: boolean;
  /** Loads the command's module: what one command needs, no other pays for. */
  load(): Promise<Run>;
}

const fieldWords = `
Columns of a CSV or XLSX are known by the names of fields, other names by --map:
${wrap(tableFields.join(", "), 78)
  .map((line) => `  ${line}\n`)
  .join("")}`;

/** Every command. To add one: a line here and a file in commands/. */
const commands: readonly CommandEntry[] = [
  {
    usage: "technique <id>",
    summary: "what answers a technique or sub-technique, from every framework",
    options: [attack("rows as authored on this ATT&CK release"), alignedTo, ...rowOptions, brief],
    examples: ["T1550.001", "T1550.001 --attack 14.1", "T1059 --framework m365 --function detect --format csv"],
    load: async () => (await import("./questions.js")).questions.technique,
  },
  {
    usage: "capability <framework> <id>",
    summary: "what one control, feature, code or CVE reaches",
    options: [
      attack("rows as authored on this ATT&CK release"),
      alignedTo,
      new Option("--set <id>", "rows as authored in this set"),
      ...capabilityOptions,
      brief,
    ],
    examples: ["nist AC-2", "m365 DEF-SSCO-E3 --attack 14.1", "nist AC-2 --tactic TA0006", "kev CVE-2021-44228"],
    load: async () => (await import("./questions.js")).questions.capability,
  },
  {
    usage: "group <id>",
    summary: "what a threat group is reported to do, and how far each framework answers it",
    options: [attack("the group as this ATT&CK release has it"), alignedTo, ...gapOptions, brief],
    examples: ["G0016", '"cozy bear" --attack 16.1', "APT29 --framework m365 --function detect"],
    load: async () => (await import("./questions.js")).questions.group,
  },
  {
    usage: "software <id>",
    summary: "what a piece of malware or a tool can do, and how far each framework answers it",
    options: [attack("the software as this ATT&CK release has it"), alignedTo, ...gapOptions, brief],
    examples: ["S0154", '"cobalt strike" --attack 16.1', "mimikatz --framework m365 --function detect"],
    load: async () => (await import("./commands/attack-object.js")).attackObject("software"),
  },
  {
    usage: "campaign <id>",
    summary: "what a campaign is reported to have used, and how far each framework answers it",
    options: [attack("the campaign as this ATT&CK release has it"), alignedTo, ...gapOptions, brief],
    examples: ["C0024", '"solarwinds compromise"'],
    load: async () => (await import("./commands/attack-object.js")).attackObject("campaign"),
  },
  {
    usage: "mitigation <id>",
    summary: "what an ATT&CK mitigation is advised against, and which capabilities are on the same techniques",
    options: [attack("the mitigation as this ATT&CK release has it"), alignedTo, ...gapOptions, brief],
    examples: ["M1026", "M1032 --brief"],
    load: async () => (await import("./commands/attack-object.js")).attackObject("mitigation"),
  },
  {
    usage: "tactic <id>",
    summary: "the techniques of a tactic, and what answers them",
    options: [attack("the tactic as this ATT&CK release has it"), alignedTo, brief],
    examples: ["TA0008", "TA0005 --attack 18.1"],
    load: async () => (await import("./questions.js")).questions.tactic,
  },
  {
    usage: "framework [id]",
    summary: "one framework's versions, groups and capabilities; all frameworks without an id",
    examples: ["", "nist", "csa_ccm --format csv"],
    load: async () => (await import("./commands/framework.js")).framework,
  },
  {
    usage: "set [id]",
    summary: "one mapping set as authored, or its rows carried to a release; all sets without an id",
    options: setRows,
    examples: [
      "",
      "csa_ccm/4.1/17.1/enterprise",
      "csa_ccm/4.1/17.1/enterprise --aligned-to 19.0 --carried rewritten",
      "m365/07.18.2025/16.1/enterprise --function detect --format csv",
    ],
    load: async () => (await import("./commands/set.js")).set,
  },
  {
    usage: "search <words...>",
    summary: "everything with a page, by id, name or other name",
    options: [new Option("--kind <kind>", "hits of one kind only")],
    examples: ["access token", "ac 02", "stolen creds --kind capability"],
    load: async () => (await import("./commands/search.js")).search,
  },
  {
    usage: "sources",
    summary: "what is loaded: releases, sets and texts, from where, under which licence",
    examples: [""],
    load: async () => (await import("./commands/sources.js")).sources,
  },
  {
    usage: "compile",
    summary: "compile publishers' or own files into facts: into the store, or into a folder",
    options: [
      fromFolder("folder or file with ATT&CK bundles and mapping files").makeOptionMandatory(),
      new Option("--out <folder>", "write a whole facts folder here instead of adding to the store"),
    ],
    examples: ["--from my-mappings.json", "--from downloads/", "--from corpus --out facts"],
    load: async () => (await import("./commands/compile.js")).compile,
  },
  {
    usage: "remove <sets...>",
    summary: "take sets that you compiled out of the store again; all: every one",
    examples: ["acme/2/16.1/enterprise", "all"],
    load: async () => (await import("./commands/remove.js")).remove,
  },
  {
    usage: "convert [files...]",
    summary: "write mapping files in other formats",
    options: [...written, columnMap],
    more: fieldWords,
    examples: ["mapping.json --to csv --out mapping.csv", "mappings --to yaml,stix --out converted", "- --to jsonl"],
    load: async () => (await import("./commands/convert.js")).convert,
  },
  {
    usage: "export [sets...]",
    summary: "write mapping sets that are loaded as files; all: every one",
    options: written,
    examples: ["csa_ccm/4.1/17.1/enterprise --to csv", "all --to stix,layer --out sets"],
    load: async () => (await import("./commands/export.js")).exportSets,
  },
  {
    usage: "url <address>",
    summary: "where a page of the older sites is now",
    options: [new Option("--origin <url>", "scheme and host of your Tidemap, put before the path")],
    examples: ["https://center-for-threat-informed-defense.github.io/mappings-explorer/external/nist/AC-02/"],
    load: async () => (await import("./commands/url.js")).url,
  },
  {
    usage: "validate [files...]",
    summary: "what is wrong with mapping files: 70 rules, each finding with line and column",
    options: [
      new Option("--severity <severity>", "tell findings that are at least this bad: error, warning, note"),
      new Option(
        "--fail-on <severity>",
        "end with 3 where something is this bad: error (default), warning, note, never",
      ),
      new Option(
        "--rules [codes]",
        "only these rules (TM1302,TM14), or without some (-TM1312); without codes: list them",
      ),
      columnMap,
      new Option("--fix", "write a repaired copy beside each file (NAME.fixed.json)"),
      new Option("--in-place", "with --fix: repair the files themselves"),
      new Option("--drop-repeats", "with --fix: also remove rows that repeat an earlier one exactly"),
      new Option("--force", "replace files that are there already"),
      new Option(
        "--baseline <file>",
        "known findings, as --write-baseline wrote them: left out; an entry without its finding is an error",
      ),
      new Option("--write-baseline <file>", "write what is found into this file as known, and end"),
      new Option("--all", "tables only: every place of every finding"),
    ],
    examples: ["my-mappings.json", "mappings/ --severity warning --format sarif", "my-mappings.json --fix", "--rules"],
    reports: true,
    more: fieldWords,
    load: async () => (await import("./commands/validate.js")).validate,
  },
  {
    usage: "pull",
    summary: "load descriptions, comments and citations into the store, from the publishers or a folder",
    options: [
      fromFolder("folder to load from, instead of the publishers"),
      new Option("--releases <list>", "ATT&CK releases whose texts are wanted: 16.1,18.1 or all"),
      new Option("--facts", "also compile releases that the publisher brought out since"),
    ],
    examples: ["", "--releases 14.1,16.1", "--from corpus"],
    load: async () => (await import("./commands/pull.js")).pull,
  },
  {
    usage: "serve",
    summary: "serve the explorer and the API",
    options: [
      new Option("--port <number>", "port (default: PORT or 4600)"),
      new Option("--host <address>", "address to listen on (default: 127.0.0.1)"),
      new Option("--origin <url>", "address under which readers see it, behind a proxy"),
      new Option("--offline", "load nothing from the network"),
      new Option("--log", "one JSON line a request on stderr"),
    ],
    examples: ["", "--port 8080 --offline"],
    load: async () => (await import("./commands/serve.js")).serve,
  },
  {
    usage: "tables [names...]",
    summary: "all that is loaded as tables for an engine: sets, rows, carried rows, techniques, uses",
    options: [
      new Option("--to <format>", "parquet (default) or jsonl"),
      new Option("--out <folder>", "where the files go"),
      new Option("--force", "replace files that are there"),
    ],
    examples: ["--out tables", "rows carried_rows --to jsonl --out tables"],
    load: async () => (await import("./commands/tables.js")).tables,
  },
  {
    usage: "build",
    summary: "write the whole site as files, for any host that sends files",
    options: [
      new Option("--out <folder>", "folder to write: new, empty, or an earlier export"),
      new Option("--single <file>", "instead: the whole explorer as one HTML file that needs no server and no network"),
      new Option("--base <path>", "path that the site will stand below (default: /)"),
      new Option("--origin <url>", "scheme and host it will stand on, for canonical addresses and the sitemap"),
      new Option("--releases <list>", "versioned ATT&CK pages of these releases only: 16.1,newest"),
      new Option("--only <kinds>", "pages of these kinds only: techniques,sets"),
      new Option("--redirect-pages", "also a page at every old address, for hosts that cannot redirect"),
      new Option("--jobs <number>", "threads that render (default: 2, or as many as there are cores)"),
      new Option("--force", "write into a folder that holds other things"),
    ],
    examples: [
      "--out site",
      "--out site --base /tidemap/ --origin https://example.org",
      "--out site --releases newest",
      "--single tidemap.html",
    ],
    load: async () => (await import("./commands/build.js")).build,
  },
  {
    usage: "completion <shell>",
    summary: "a completion script for bash, zsh or fish",
    examples: ["bash >> ~/.bashrc", "fish > ~/.config/fish/completions/tidemap.fish"],
    load: async () => (await import("./commands/completion.js")).completion,
  },
];

function vocabulary(): Vocabulary {
  return commands.map(({ usage, options }) => ({
    name: nameOf(usage),
    options: [...(options ?? []), ...commonOptions].flatMap(({ long }) => long ?? []),
  }));
}

function nameOf(usage: string): string {
  return usage.split(" ")[0] ?? usage;
}

/** The command line as commander has it. `finish` takes the exit code of the command that ran. */
export function programFor(host: CliHost, version: string, finish: (code: number) => void): Command {
  const program = new Command("tidemap")
    .description("Which defences answer which ATT&CK techniques.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true, minWidthToWrap: 20 })
    .configureOutput({
      writeOut: host.out,
      writeErr: (text) => {
        if (!tellingSoFar(program).json) host.err(text);
      },
      getOutHelpWidth: () => host.columns ?? 100,
      getErrHelpWidth: () => host.errColumns ?? 100,
      // What is wrong is thrown, and told where all errors are.
      outputError: () => undefined,
    })
    .exitOverride((end) => endOf(end, ""));
  for (const option of commonOptions) program.addOption(option);
  for (const entry of commands) addCommand(program, entry, { host, finish });
  addHelp(program);
  return program.addHelpText(
    "after",
    `\nExamples:\n  $ tidemap technique T1550.001\n  $ tidemap capability nist AC-2 --json\n  $ tidemap serve`,
  );
}

function addCommand(
  program: Command,
  { usage, summary, options = [], examples, more = "", reports = false, load }: CommandEntry,
  { host, finish }: { readonly host: CliHost; readonly finish: (code: number) => void },
): void {
  const command = program.command(usage).description(summary);
  command.exitOverride((end) => endOf(end, nameOf(usage)));
  for (const option of options) command.addOption(option);
  const shown = examples.map((example) => `  $ tidemap ${nameOf(usage)} ${example}`.trimEnd());
  command.addHelpText("after", `${more}\nExamples:\n${shown.join("\n")}`);
  command.action(async () => {
    const own = command.opts<Call["options"]>();
    refuseEmpty(command.options, own);
    const shared = commonOf(program);
    if (shared.report !== undefined && !reports) throw noReport(nameOf(usage), shared.report);
    const run = await load();
    finish(
      await run({
        context: { host, options: shared },
        args: command.args,
        options: own,
        vocabulary: vocabulary(),
      }),
    );
  });
}

/** Commander's own would print the list of commands for a name that is none. */
function addHelp(program: Command): void {
  const command = program.command("help [command]").description("print help for a command");
  command.exitOverride((end) => endOf(end, "help"));
  command.action((name?: string) => {
    const names = commands.map(({ usage }) => nameOf(usage));
    const asked = name === undefined ? program : program.commands.find((known) => known.name() === name);
    if (asked === undefined) throw unknownCommand(name ?? "", nearest(name ?? "", names)[0]);
    asked.help();
  });
}

/** Commander ends a run by throwing: help and version as they are, all else as an error of ours. */
function endOf(end: CommanderError, command: string): never {
  throw end.exitCode === 0 ? end : usageError(end, command);
}

/** True for what commander throws where help or the version was asked for. */
export function isCommanderEnd(error: unknown): error is CommanderError {
  return error instanceof CommanderError;
}
