/*
 * Size of the red head mark (发文机关标志): the standard asks for a striking, balanced one (GB/T 9704-2012
 * cl. 7.2.4); the largest character, 22 mm high and 15 mm wide, is that of its 1999 edition. Widths and heights in
 * millimetres of one character.
 */

/** Width of the text block less a little air at both ends. */
const WIDTH = 154;
const WIDEST = 15;
const HIGHEST = 19;
/** Narrower than this share of their height, characters look squeezed. */
const NARROWEST = 0.72;
/** Height that all names of a joint issue share, so that page 1 keeps room for body text. */
const JOINT_HEIGHT = 64;
const JOINT_PITCH = 17;
/** 文件 beside the names of a joint issue, against a name's character. */
const SUFFIX_FACTOR = 1.25;
const SUFFIX_GAP = 3;

export interface MarkText {
  /** Height of a character. */
  height: number;
  /** Width of a character as a share of its height. */
  widthScale: number;
}

export interface HeadMark {
  /** One line with name and 文件 together; joint: one line for each name. */
  lines: string[];
  line: MarkText;
  /** Distance from line to line. */
  pitch: number;
  /** Width of the longest line. */
  width: number;
  /** 文件 at the right of the names, centred on them; null: within the line, or none. */
  suffix: (MarkText & { text: string; gap: number; width: number }) | null;
}

export function headMark(issuers: readonly string[], markSuffix: string): HeadMark {
  if (issuers.length <= 1) return singleMark(`${issuers[0] ?? ''}${markSuffix}`);
  const longest = Math.max(...issuers.map(length));
  const pitch = Math.min(JOINT_PITCH, JOINT_HEIGHT / issuers.length);
  const suffixLength = length(markSuffix);
  const gap = suffixLength === 0 ? 0 : SUFFIX_GAP;
  const room = (WIDTH - gap) / (longest + suffixLength * SUFFIX_FACTOR);
  const width = Math.min(WIDEST, room, pitch * 0.86);
  const line = textOf(width, pitch * 0.86);
  return {
    lines: [...issuers],
    line,
    pitch,
    width: width * longest,
    suffix: suffixLength === 0 ? null : suffixOf(markSuffix, suffixLength, width, gap),
  };
}

function singleMark(text: string): HeadMark {
  const count = Math.max(1, length(text));
  const width = Math.min(WIDEST, WIDTH / count);
  const line = textOf(width, HIGHEST);
  return { lines: [text], line, pitch: line.height * 1.2, width: width * count, suffix: null };
}

function suffixOf(text: string, count: number, nameWidth: number, gap: number): HeadMark['suffix'] {
  const width = Math.min(WIDEST, nameWidth * SUFFIX_FACTOR);
  return { ...textOf(width, HIGHEST), text, gap, width: width * count };
}

function textOf(width: number, highest: number): MarkText {
  const height = Math.min(width / NARROWEST, highest);
  return { height, widthScale: Math.min(1, width / height) };
}

function length(text: string): number {
  return [...text].length;
}
