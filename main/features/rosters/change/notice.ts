import type { RosterDifference } from '#shared/rules/rosters/compare.ts';
import type { RosterEntry, RosterPosition } from '#shared/rules/rosters/model.ts';
import { placeText } from '#shared/rules/rosters/printed-names.ts';

/** What an adjustment notice says of changes: 张××同志任副主任；李××同志不再担任成员职务. One line each. */
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
