/** A sentence in one way of writing: half-width, no blanks and quotation marks, line breaks and ① as breaks. */
export interface PlainText {
  text: string;
  original: string;
  /** Where each character of `text` begins and ends in the original. */
  places: readonly (readonly [number, number])[];
}

const SKIPPED = new Set('“”‘’"\'「」『』〝〞﹁﹂＂＇\u200b\ufeff');
const DASHES = new Set('-—–―－﹣−~～〜');
const OTHERS: Readonly<Record<string, string>> = {
  '\n': ';',
  '\r': ';',
  '。': ';',
  '；': ';',
  '!': ';',
  '！': ';',
  '﹔': ';',
  '…': '…',
  '，': ',',
  '﹐': ',',
  '．': '.',
  '％': '%',
  '﹪': '%',
  '〔': '(',
  '〕': ')',
  '【': '(',
  '】': ')',
  '[': '(',
  ']': ')',
  '［': '(',
  '］': ')',
  〇: '零',
};

/** Most of what is written: a Chinese character, a digit. */
function isPlain(code: number): boolean {
  return (code >= 0x4e_00 && code <= 0x9f_ff) || (code >= 0x30 && code <= 0x39);
}

function plainOf(character: string): string {
  if (isPlain(character.charCodeAt(0))) return character;
  if (SKIPPED.has(character)) return '';
  const other = OTHERS[character];
  if (other !== undefined) return other;
  if (DASHES.has(character)) return '-';
  if (/[①-⒛]/u.test(character)) return ';';
  if (/\s/u.test(character)) return '';
  return character.normalize('NFKC');
}

export function plainText(original: string): PlainText {
  const places: [number, number][] = [];
  let text = '';
  let place = 0;
  for (const character of original) {
    const plain = plainOf(character);
    // One place for each unit: a character outside the basic plane is two units long here as there.
    for (let unit = 0; unit < plain.length; unit += 1) places.push([place, place + character.length]);
    text += plain;
    place += character.length;
  }
  return { text, original, places };
}

/** A part of the plain text as it was written, with the blanks and quotation marks inside it. */
export function writtenPart({ original, places }: PlainText, from: number, to: number) {
  const begin = places[from]?.[0] ?? original.length;
  const end = places[to - 1]?.[1] ?? begin;
  return { text: original.slice(begin, end), from: begin, to: end };
}
