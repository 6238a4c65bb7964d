/** ATT&CK ids and STIX ids as short texts. */

const pattern = /^([A-Z-]+)(\d{4})(?:\.(\d{3}))?$/;

/**
 * ATT&CK ids as prefixes and differences: `T1001, T1001.001, TA0001` → `"T", 1001000, 1, "TA", 1000`. An id of any other
 * form stands behind a `=`; null as null.
 */
export function encodeAttackIds(ids: readonly (string | null)[]): (string | number | null)[] {
  const items: (string | number | null)[] = [];
  let prefix = "";
  let last = 0;
  for (const id of ids) {
    const match = id === null ? null : pattern.exec(id);
    if (match === null || match[3] === "000") {
      items.push(id === null ? null : `=${id}`);
      continue;
    }
    const number = Number(match[2]) * 1000 + Number(match[3] ?? "0");
    if (match[1] !== prefix) {
      prefix = match[1] ?? "";
      last = 0;
      items.push(prefix);
    }
    items.push(number - last);
    last = number;
  }
  return items;
}

/** Inverse of `encodeAttackIds`. */
export function decodeAttackIds(items: readonly (string | number | null)[]): (string | null)[] {
  const ids: (string | null)[] = [];
  let prefix = "";
  let number = 0;
  for (const item of items) {
    if (item === null) ids.push(null);
    else if (typeof item === "number") {
      number += item;
      const sub = number % 1000;
      const parent = prefix + String((number - sub) / 1000).padStart(4, "0");
      ids.push(sub === 0 ? parent : `${parent}.${String(sub).padStart(3, "0")}`);
    } else if (item.startsWith("=")) ids.push(item.slice(1));
    else {
      prefix = item;
      number = 0;
    }
  }
  return ids;
}

/** STIX ids of one type: 32 hexadecimal digits each, one text; others by row, 32 dots in their place. */
export interface EncodedStixIds {
  readonly hex: string;
  readonly odd: Readonly<Record<string, string>>;
}

const uuid = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/;
const dots = ".".repeat(32);

export function encodeStixIds(ids: readonly string[], type: string): EncodedStixIds {
  const odd: Record<string, string> = {};
  const hex = ids.map((id, row) => {
    const match = id.startsWith(`${type}--`) ? uuid.exec(id.slice(type.length + 2)) : null;
    if (match !== null) return match.slice(1).join("");
    odd[row] = id;
    return dots;
  });
  return { hex: hex.join(""), odd };
}

/** Inverse of `encodeStixIds`, of `size` ids. */
export function decodeStixIds({ hex, odd }: EncodedStixIds, type: string, size: number): readonly string[] {
  return Array.from({ length: size }, (_, row) => {
    const digits = hex.slice(row * 32, row * 32 + 32);
    if (digits === dots) return odd[row] ?? "";
    const parts = [
      digits.slice(0, 8),
      digits.slice(8, 12),
      digits.slice(12, 16),
      digits.slice(16, 20),
      digits.slice(20),
    ];
    return `${type}--${parts.join("-")}`;
  });
}
