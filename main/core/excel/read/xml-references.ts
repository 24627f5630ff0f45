const names: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** @returns the text with what its references stand for; undefined where one of them is not such of XML itself */
export function withReferences(text: string): string | undefined {
  let areKnown = true;
  const resolved = text.replaceAll(
    /&(?:([a-z]{2,4})|#x([0-9A-Fa-f]{1,6})|#(\d{1,7}));|&/gu,
    (_whole, name?: string, hexadecimal?: string, decimal?: string) => {
      const found =
        name === undefined
          ? characterOf(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16))
          : names.get(name);
      areKnown &&= found !== undefined;
      return found ?? '';
    },
  );
  return areKnown ? resolved : undefined;
}

/** Those that XML 1.0 may contain (section 2.2). */
function characterOf(code: number): string | undefined {
  const isAllowed =
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x1_0000 && code <= 0x10_ffff);
  return isAllowed ? String.fromCodePoint(code) : undefined;
}
