/** What was read from a received paper or speech (.docx or text): plain values that can be sent between processes. */
export interface TextDocument {
  blocks: TextDocumentBlock[];
  /** Troubles that did not stop the reading, in Chinese. */
  warnings: string[];
  /** Things in the file that were neither run nor followed. */
  contains: TextDocumentContains;
}

export interface TextDocumentContains {
  macros: boolean;
  externalLinks: boolean;
  embeddedObjects: boolean;
}

/** In reading order; empty paragraphs are left out. */
export type TextDocumentBlock =
  | {
      kind: 'paragraph';
      /** With the number that the program printed before it, if it counted by itself; line breaks as \n. */
      text: string;
      /** What the file says of itself: 0 title, 1–9 heading of this level; null: body text, or nothing said. */
      level: number | null;
    }
  /** Every row has a text for each column; merged cells have theirs at their first place and '' at the others. */
  | { kind: 'table'; rows: string[][] };

/** As it is when pasted: a line for each paragraph, line break and filled cell, in reading order. */
export function textOfDocument({ blocks }: TextDocument): string {
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat()))
    .filter((text) => text.trim() !== '')
    .join('\n');
}
