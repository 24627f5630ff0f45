import { POINTS_LIMIT } from '../../points.ts';
import type { CellData } from '../../workbook.ts';

/** Points in thousandths; `unreadable` holds what stands there instead, null where nothing stands there. */
export interface CellPoints {
  points: number | null;
  unreadable: string | null;
}

const NOTHING: CellPoints = { points: null, unreadable: null };
/** 6, 6分, (6分), 满分6分, 共 20 分, +5分. */
const written = /^[([]?(?:满分|共|计|总分|分值|加分|加)?:?\+?(\d+(?:\.\d+)?)(?:分)?[)\]]?$/u;

export function cellPoints(cell: CellData | undefined): CellPoints {
  if (cell === undefined || cell.text.trim() === '') return NOTHING;
  if (cell.type === 'number') return fromNumber(cell.value, cell.text);
  if (cell.type !== 'text') return { points: null, unreadable: cell.text };
  const text = cell.value.normalize('NFKC').replaceAll(/\s/gu, '');
  if (text === '' || /^[-—/]+$/u.test(text)) return NOTHING;
  const found = written.exec(text)?.[1];
  return found === undefined ? { points: null, unreadable: cell.text } : fromNumber(Number(found), cell.text);
}

/** Finer than a thousandth of a point, below zero or far too much is no points. */
function fromNumber(value: number, text: string): CellPoints {
  const points = Math.round(value * 1000);
  const isExact = Math.abs(points - value * 1000) < 1e-6;
  return isExact && points >= 0 && points <= POINTS_LIMIT
    ? { points, unreadable: null }
    : { points: null, unreadable: text };
}

const inBrackets = /[([](?:加分|奖励分?|附加分)?[,、]?(?:共|满分|计|总分|分值)?:?(\d+(?:\.\d+)?)分[)\]]$/u;
const atEnd = /(?:共|满分|计)?(\d+(?:\.\d+)?)分$/u;

/** Takes the points off the end of a text: 组织领导(20分) gives 组织领导 and 20000. */
export function textWithPoints(text: string): { text: string; points: number | null } {
  const folded = text.normalize('NFKC').trimEnd();
  const found = inBrackets.exec(folded.replaceAll(/\s/gu, '')) ?? atEnd.exec(folded.replaceAll(/\s/gu, ''));
  if (found?.[1] === undefined) return { text, points: null };
  const { points } = fromNumber(Number(found[1]), text);
  if (points === null) return { text, points: null };
  return { text: withoutEnd(text, found[0].length), points };
}

/** Cuts so many characters off the end, spaces between them not counted. */
function withoutEnd(text: string, count: number): string {
  const characters = [...text];
  let left = count;
  while (left > 0 && characters.length > 0) {
    const last = characters.pop() ?? '';
    left -= last.normalize('NFKC').replaceAll(/\s/gu, '').length;
  }
  return characters.join('').trimEnd();
}
