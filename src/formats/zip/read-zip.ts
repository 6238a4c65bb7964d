/** Zip archives (APPNOTE 6.3), read within bounds: the directory first, then each file with a count of what it inflates to. */

export interface ZipBounds {
  /** Files in the archive. */
  readonly entries: number;
  /** Bytes that all of them inflate to; what the directory says of sizes is not believed. */
  readonly inflated: number;
}

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ZipRead =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly fault: "broken" | "entries" | "inflated"; readonly message: string };

/** A web global that Node and browsers share (WHATWG Compression Streams). */
declare const DecompressionStream: new (
  format: "deflate-raw",
) => {
  readonly writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
  readonly readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
  };
};

/** A web global that Node and browsers share (WHATWG Encoding). */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

const signatures = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 } as const;
const methods = { stored: 0, deflated: 8 } as const;

interface Listed {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/** The files of an archive, in the directory's order; folders are left out. Never throws on input. */
export async function readZip(bytes: Uint8Array, bounds: ZipBounds): Promise<ZipRead> {
  try {
    const listed = directoryOf(bytes, bounds.entries);
    if (listed === null) {
      return { ok: false, fault: "entries", message: `The archive lists more than ${bounds.entries} files.` };
    }
    const entries: ZipEntry[] = [];
    let left = bounds.inflated;
    for (const entry of listed) {
      const body = await inflated(bytes, entry, left);
      if (body === null) {
        const message = `${entry.name} inflates the archive to more than ${bounds.inflated} bytes.`;
        return { ok: false, fault: "inflated", message };
      }
      left -= body.length;
      if (!entry.name.endsWith("/")) entries.push({ name: entry.name, bytes: body });
    }
    return { ok: true, entries };
  } catch (cause) {
    // A view's RangeError or the inflater's TypeError: offsets beyond the file, or no deflated data.
    return { ok: false, fault: "broken", message: cause instanceof Error ? cause.message : "unreadable" };
  }
}

/** What the central directory lists; null where it lists too much. Throws on what is no archive. */
function directoryOf(bytes: Uint8Array, most: number): readonly Listed[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > most) return null;
  const listed: Listed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== signatures.directory) throw new Error("The archive's directory is broken");
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    listed.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return listed;
}

/** The record that ends an archive: it stands before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  throw new Error("The file is no zip archive");
}

/** The bytes of one file; null where there are more than `most`. */
async function inflated(bytes: Uint8Array, entry: Listed, most: number): Promise<Uint8Array | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (view.getUint32(offset, true) !== signatures.local)
    throw new Error(`${entry.name} does not stand where it should`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === methods.stored) return packed.length > most ? null : packed;
  if (entry.method !== methods.deflated) throw new Error(`${entry.name} is compressed in a way that is not read`);
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  // A fault shows at the reader as well, where it is caught.
  writer.write(packed).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  return joined(parts, size);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
