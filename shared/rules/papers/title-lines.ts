/** Characters of 22 pt that the text block of 156 mm holds. */
const PER_LINE = 20;
/** No line begins with these, none ends with those. */
const NEVER_FIRST = /^[的了和与及、，。；：！？）》”〕]/;
const NEVER_LAST = /[（《“〔]$/;
const BAD_TURN = 400;

/**
 * The lines of a title: the clerk's own line breaks; a line that is too long is turned between words so that the
 * lines together make a trapezoid or a diamond (GB/T 9704-2012 cl. 7.3.1).
 */
export function titleLines(title: string, perLine = PER_LINE): string[] {
  return title
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => turn(line, perLine));
}

function turn(text: string, perLine: number): string[] {
  const total = widthOf(text);
  if (total <= perLine) return [text];
  const words = wordsOf(text, perLine);
  for (let count = Math.ceil(total / perLine); count < words.length; count += 1) {
    const lines = balanced(words, shape(total, count, perLine), perLine);
    if (lines !== null) return lines;
  }
  return words;
}

/** Wanted widths: two lines shorten downward, three are widest in the middle. */
function shape(total: number, count: number, perLine: number): number[] {
  const mean = total / count;
  const swell = Math.min(1, perLine - mean);
  if (count === 2) return [mean + swell / 2, mean - swell / 2];
  if (count === 3) return [mean - swell, mean + 2 * swell, mean - swell];
  return Array.from({ length: count }, () => mean);
}

/** The turns with the least squares of difference from the wanted widths, or null where a line would be too long. */
function balanced(words: readonly string[], wanted: readonly number[], perLine: number): string[] | null {
  let best = new Map<number, { cost: number; lines: string[] }>([[0, { cost: 0, lines: [] }]]);
  for (const width of wanted) {
    const next: typeof best = new Map();
    for (const [start, { cost, lines }] of best) {
      for (let end = start + 1; end <= words.length; end += 1) {
        const line = words.slice(start, end).join('');
        if (widthOf(line) > perLine) break;
        const sum = cost + (widthOf(line) - width) ** 2 + turnCost(line, words[end] ?? '');
        if (sum < (next.get(end)?.cost ?? Number.POSITIVE_INFINITY)) {
          next.set(end, { cost: sum, lines: [...lines, line] });
        }
      }
    }
    best = next;
  }
  return best.get(words.length)?.lines ?? null;
}

function turnCost(line: string, following: string): number {
  if (NEVER_FIRST.test(following) || NEVER_LAST.test(line)) return BAD_TURN;
  const opened = line.lastIndexOf('《') > line.lastIndexOf('》');
  return opened ? BAD_TURN / 4 : 0;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Days, numbers with their measure, ordinals and document numbers: 11月24日前, 12处, 第五次, 〔2026〕3号. */
const WHOLE =
  /((?:\d+年)?\d+月(?:\d+[日号]|底)?[前起后]?|\d+年[前起后]?|〔\d+〕\d+号|第[\d〇一二三四五六七八九十百]+[\p{Script=Han}]?|\d+[\p{Script=Han}%])/u;

/** A word that alone is wider than a line falls into its characters. */
function wordsOf(text: string, perLine: number): string[] {
  const words = text
    .split(WHOLE)
    .flatMap((part, index) =>
      index % 2 === 1 ? [part] : [...segmenter.segment(part)].map(({ segment }) => segment),
    );
  return words.flatMap((word) => (widthOf(word) > perLine ? [...word] : [word]));
}

/** Latin letters and digits take half a character in the official font, and more in those that stand in for it. */
const WIDEST_LATIN = 0.6;

/** In full characters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character <= '\u00ff' ? WIDEST_LATIN : 1), 0);
}
