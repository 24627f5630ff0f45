import type { RosterEntry } from './model.ts';

const FULL_WIDTH_SPACE = '\u3000';
const ALIGNED_LENGTH = 3;

/** 王芳 → 王 芳 with a full-width space: as wide as a name of three characters, so that columns of names align (惯例). */
export function alignedName(name: string): string {
  const characters = [...name];
  const [first = '', second = ''] = characters;
  return characters.length === ALIGNED_LENGTH - 1 && /^\p{Script=Han}{2}$/u.test(name)
    ? `${first}${FULL_WIDTH_SPACE}${second}`
    : name;
}

/** What alignedName or a typist did to a name, taken back. */
export function plainName(text: string): string {
  const trimmed = text.trim();
  return /^[\p{Script=Han}\s]+$/u.test(trimmed) ? trimmed.replaceAll(/\s+/g, '') : trimmed;
}

/** Unit and post as one phrase: 市公安局 + 副局长; a post that names its unit itself is not given it twice. */
export function unitAndPost(unit: { name: string; short: string }, post: string): string {
  if (post === '' || unit.name === '') return `${unit.name}${post}`;
  const names = [unit.name, unit.short, withoutCity(unit.name)].filter((name) => name.length > 1);
  return names.some((name) => post.startsWith(name) || post.startsWith(`市${name}`))
    ? post
    : `${unit.name}${post}`;
}

export function placeText({
  unit,
  unitShort,
  post,
}: Pick<RosterEntry, 'unit' | 'unitShort' | 'post'>): string {
  return unitAndPost({ name: unit, short: unitShort }, post);
}

/** 代理, 代王芳; empty for who holds the position for themselves. */
export function standingText({
  substitute,
  substituteForName,
}: Pick<RosterEntry, 'substitute' | 'substituteForName'>): string {
  if (!substitute) return '';
  return substituteForName === '' ? '代理' : `代${substituteForName}`;
}

/** As a line of a printed list has it: 市公安局副局长（代理）. */
export function printedPlace(entry: RosterEntry): string {
  const standing = standingText(entry);
  return standing === '' ? placeText(entry) : `${placeText(entry)}（${standing}）`;
}

/** What stands under 备注: the standing, and what the office noted. */
export function remarkText(entry: Pick<RosterEntry, 'substitute' | 'substituteForName' | 'note'>): string {
  return [standingText(entry), entry.note].filter((part) => part !== '').join('；');
}

function withoutCity(name: string): string {
  return name.replace(/^.{2,6}?(?=[市县区][^市县区])/u, '');
}

const KEPT_AT_START = 3;
const KEPT_AT_END = 4;
const MASK = '****';

/** 13812345678 → 138****5678; 0551-62345678 → 0551-6234****. */
export function maskedPhone(phone: string): string {
  return phone.replaceAll(/\d{7,}/g, (digits) =>
    digits.length >= KEPT_AT_START + KEPT_AT_END + MASK.length
      ? `${digits.slice(0, KEPT_AT_START)}${MASK}${digits.slice(-KEPT_AT_END)}`
      : `${digits.slice(0, -KEPT_AT_END)}${MASK}`,
  );
}

interface OfPosition {
  positionUid: string;
}

/** Entries in protocol order under their position, each position once; positions without anybody are left out. */
export function byPosition<Entry extends OfPosition, Position extends { uid: string }>(
  entries: readonly Entry[],
  positions: readonly Position[],
): { position: Position; entries: Entry[] }[] {
  const groups = Map.groupBy(entries, ({ positionUid }) => positionUid);
  return positions.flatMap((position) => {
    const held = groups.get(position.uid);
    return held === undefined ? [] : [{ position, entries: held }];
  });
}
