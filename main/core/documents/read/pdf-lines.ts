/*
 * A PDF knows lines, not paragraphs. Lines are joined where the text goes on: a line that is full and ends with no
 * mark of a sentence's end, followed by one that begins no new article, item or heading.
 */

const PAGE_NUMBER = /^[\s—–\-－·]*(?:第\s*)?\d{1,4}(?:\s*页)?[\s—–\-－·]*$/u;
const ENDS = /[。；：！？;:!?]$/u;
const BEGINS =
  /^\s*(?:第[一二三四五六七八九十百千零〇\d]+[编章节条款]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+(?:\.\d+)*[.、．\s])/u;
/** Of the longest line: a shorter one was ended on purpose. */
const FULL = 0.8;

/** @param pages lines of each page from the top */
export function paragraphsOfLines(pages: readonly (readonly string[])[]): string[] {
  const lines = pages.flatMap(linesOfPage);
  const longest = Math.max(0, ...lines.map((line) => line.trim().length));
  const paragraphs: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const text = line.trim();
    const before = paragraphs.at(-1);
    if (isOpen && before !== undefined && !BEGINS.test(text))
      paragraphs[paragraphs.length - 1] = joined(before, text);
    else paragraphs.push(text);
    isOpen = text.length >= longest * FULL && !ENDS.test(text);
  }
  return paragraphs;
}

/** Without its number, which stands above or below everything else: elsewhere a lone number is one of a table. */
function linesOfPage(page: readonly string[]): string[] {
  const lines = page.filter((line) => line.trim() !== '');
  return lines.filter(
    (line, place) => !((place === 0 || place === lines.length - 1) && PAGE_NUMBER.test(line)),
  );
}

/** Words of Latin letters keep their blank. */
function joined(before: string, after: string): string {
  return /[a-z\d]$/iu.test(before) && /^[a-z]/iu.test(after) ? `${before} ${after}` : `${before}${after}`;
}
