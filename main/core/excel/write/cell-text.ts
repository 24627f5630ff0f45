/** Excel takes no more characters in one cell. */
export const CELL_CHARACTERS = 32_767;

// Excel reads _x0041_ in a text as the character A, so such a text has to be written with its underscore escaped.
const escapedCharacter = /_(?=x[0-9a-f]{4}_)/giu;

/** A text as a workbook can hold it: line breaks alike, nothing that XML forbids; it stays text whatever it begins with. */
export function cellText(text: string): string {
  const plain = [...text.replaceAll(/\r\n?/gu, '\n')].filter(isAllowed).join('');
  return plain.replaceAll(escapedCharacter, '_x005F_');
}

function isAllowed(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 32) return code === 9 || code === 10;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
