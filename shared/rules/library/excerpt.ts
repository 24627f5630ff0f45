/** A piece of a text that is shown as found, or not. */
export interface Piece {
  text: string;
  isHit: boolean;
}

/** Characters shown before the first find. */
const BEFORE = 24;
const LENGTH = 120;

/** A text with each word of a search marked; blanks and punctuation between its characters do not matter. */
export function markedText(text: string, query: string): Piece[] {
  return piecesOf(text, hitsOf(text, query));
}

/** The surroundings of the first find; the beginning of the text where nothing is found in it as it is typed. */
export function excerptOf(text: string, query: string): Piece[] {
  const hits = hitsOf(text, query);
  const first = Math.max(0, hits.indexOf(true));
  const from = first <= BEFORE ? 0 : first - BEFORE;
  const to = from + LENGTH;
  const dots: Piece = { text: '…', isHit: false };
  return [
    ...(from > 0 ? [dots] : []),
    ...piecesOf(text.slice(from, to).replaceAll('\n', ' '), hits.slice(from, to)),
    ...(to < text.length ? [dots] : []),
  ];
}

/** Whether each UTF-16 unit of the text belongs to a find. */
function hitsOf(text: string, query: string): boolean[] {
  const letters: string[] = [];
  const places: number[] = [];
  for (let place = 0; place < text.length; place += 1) {
    for (const letter of plainLetters(text.charAt(place))) {
      letters.push(letter);
      places.push(place);
    }
  }
  const hits = Array.from<boolean>({ length: text.length }).fill(false);
  const whole = letters.join('');
  for (const word of query.split(/\s+/u).map(plainLetters)) {
    if (word === '') continue;
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + word.length))
      hits.fill(true, places[at] ?? 0, (places[at + word.length - 1] ?? 0) + 1);
  }
  return hits;
}

/** As the index reads it: letters and digits, full-width ones as the usual ones. */
function plainLetters(text: string): string {
  // Most characters are these, and telling so is much faster than normalizing them.
  if (/^[\u4e00-\u9fff]$/u.test(text)) return text;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function piecesOf(text: string, hits: readonly boolean[]): Piece[] {
  const pieces: Piece[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const isHit = hits[place] ?? false;
    const last = pieces.at(-1);
    if (last !== undefined && last.isHit === isHit) last.text += text.charAt(place);
    else pieces.push({ text: text.charAt(place), isHit });
  }
  return pieces;
}
