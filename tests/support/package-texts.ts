import { strFromU8, unzipSync } from 'fflate';

/** Parts of a workbook's package by name; folders are none. */
export function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
}

export function partText(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes).get(name);
  if (part === undefined) throw new Error(`the package has no part ${name}`);
  return strFromU8(part);
}

/** Names of the parts that are not byte for byte the same in both packages. */
export function changedParts(one: Uint8Array, other: Uint8Array): string[] {
  const [first, second] = [partsOf(one), partsOf(other)];
  const names = new Set([...first.keys(), ...second.keys()]);
  const isSame = (name: string) => {
    const [left, right] = [first.get(name), second.get(name)];
    return left !== undefined && right !== undefined && Buffer.compare(left, right) === 0;
  };
  return [...names].filter((name) => !isSame(name)).toSorted();
}
