/** Of a text that is marked at one time, in characters. */
export const LONGEST_TEXT = 200_000;

/** A text as paragraphs of sentences, each with its end mark; nothing is lost but blank lines. */
export function sentencesOf(text: string): string[][] {
  return text
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(splitParagraph);
}

/** A closing bracket or quotation mark belongs to the sentence that it ends. */
function splitParagraph(line: string): string[] {
  const parts = line.match(/[^。；;！!？?]*(?:[。；;！!？?]+[”』」）)]*|$)/gu) ?? [];
  return parts.filter((part) => part.trim() !== '');
}
