import { workbookText } from '#shared/workbook-text.ts';

// Excel reads _x0041_ in a text as the character A, so such a text has to be written with its underscore escaped.
const escapedCharacter = /_(?=x[0-9a-f]{4}_)/giu;

/** A text for a cell; it stays text whatever it begins with. */
export function cellText(text: string): string {
  return workbookText(text).replaceAll(escapedCharacter, '_x005F_');
}
