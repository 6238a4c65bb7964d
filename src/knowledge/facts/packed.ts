import { type FactFiles, factFilesOf, type Manifest, manifestFile } from "./manifest.js";

/** Facts as one value that travels: the files of each layer, lowest first, by name. */
export type PackedFacts = readonly Readonly<Record<string, string>>[];

export function packFacts(layers: readonly FactFiles[]): PackedFacts {
  return layers.map((layer) => {
    const manifest = JSON.parse(layer.text(manifestFile)) as Manifest;
    return Object.fromEntries(factFilesOf(manifest).map((name) => [name, layer.text(name)]));
  });
}

/** The layers of packed facts, or of files by name. */
export function unpackFacts(files: PackedFacts[number] | ReadonlyMap<string, string>): FactFiles {
  const named: ReadonlyMap<string, string> = files instanceof Map ? files : new Map(Object.entries(files));
  return {
    text(name) {
      const text = named.get(name);
      if (text === undefined) throw new Error(`no fact file is called ${JSON.stringify(name)}`);
      return text;
    },
  };
}
