/** A text as the cell of a workbook can hold it: line breaks alike, without characters that its format forbids. */
export function workbookText(text: string): string {
  return [...text.replaceAll(/\r\n?/gu, '\n')].filter(isAllowed).join('');
}

function isAllowed(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 32) return code === 9 || code === 10;
  return code !== 127 && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
