import type { RosterDifference } from '#shared/rules/rosters/compare.ts';
import type { RosterEntry, RosterPosition } from '#shared/rules/rosters/model.ts';
import { alignedName, byPosition, placeText } from '#shared/rules/rosters/printed-names.ts';

/* The words of an adjustment notice (调整通知): the new list, or what changes. One line each. */

const SPACE = '\u3000';

/** 主任：张×× 副市长, the label once, names below each other. */
export function rosterLines(entries: readonly RosterEntry[], positions: readonly RosterPosition[]): string[] {
  const groups = byPosition(entries, positions);
  const widest = Math.max(0, ...groups.map(({ position }) => position.name.length));
  return groups.flatMap(({ position, entries: held }) =>
    held.map((entry, index) => {
      const label = index === 0 ? `${spread(position.name, widest)}：` : SPACE.repeat(widest + 1);
      return `${label}${alignedName(entry.name)}${SPACE}${placeText(entry)}`;
    }),
  );
}

/** Two characters stand as far apart as the longest label is wide, so that all labels end at the same place. */
function spread(label: string, width: number): string {
  const [first = '', ...rest] = label;
  const gap = width - label.length;
  return rest.length === 1 ? `${first}${SPACE.repeat(gap)}${rest.join('')}` : `${label}${SPACE.repeat(gap)}`;
}

/** 张××同志任副主任；李××同志不再担任成员职务. */
export function changeLines(
  { came, went, changed }: RosterDifference,
  positions: readonly RosterPosition[],
): string[] {
  const nameOf = new Map(positions.map(({ uid, name }) => [uid, name]));
  const standing = ({ positionUid, substitute }: RosterEntry) =>
    `${substitute ? '代' : ''}${nameOf.get(positionUid) ?? ''}`;
  return [
    ...came.map((entry) => `${entry.name}同志(${placeText(entry)})任${standing(entry)}。`),
    ...changed.flatMap(({ name, before, after, what }) => {
      const now = after.map(standing).join('、');
      const place = after[0] === undefined ? '' : placeText(after[0]);
      if (what.includes('position'))
        return [`${name}同志(${place})任${now}，不再担任${before.map(standing).join('、')}职务。`];
      return [`${now}${name}同志的单位及职务变更为${place}。`];
    }),
    ...went.map((entry) => `${entry.name}同志不再担任${standing(entry)}职务。`),
  ];
}
