import type { RosterImportPlace } from '#shared/contract/rosters.ts';
import type { Leaving } from '#shared/contract/table-import.ts';
import type { RosterPosition } from '#shared/rules/rosters/model.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import type { EntryRow } from '../queries.ts';
import type { InterpretedRow } from './interpret.ts';

/* What is to be said of a list as a whole. */

/** Who sits there on the day, and is not in the list that takes the roster's place. */
export function leavingOf(
  rows: readonly InterpretedRow[],
  held: readonly EntryRow[],
  positions: readonly RosterPosition[],
): Leaving | null {
  const named = new Set(rows.map(({ entry }) => `${entry.personUid} ${entry.positionUid}`));
  const missing = held.filter((row) => !named.has(`${row.person_uid} ${row.position_uid}`));
  if (missing.length === 0) return null;
  const people = new Set(rows.map(({ entry }) => entry.personUid));
  const positionNames = new Map(positions.map(({ uid, name }) => [uid, name]));
  const isNobodyKnown = rows.every(({ action }) => action === 'add');
  return {
    names: missing.map((row) =>
      people.has(row.person_uid)
        ? `${row.person_name}(${positionNames.get(row.position_uid) ?? ''})`
        : row.person_name,
    ),
    verb: '不再任职',
    doubt: isNobodyKnown ? '现有名册上没有一个人在这份名单里，请先看清“名册”是不是选对了。' : '',
  };
}

export function problemsOfPlace(held: readonly EntryRow[], { mode, from }: RosterImportPlace): ReadProblem[] {
  if (mode === 'add' || held.length === 0 || from !== null) return [];
  const text = '已有名册，整体换成这份名单时，请选择从哪一天起。';
  return [{ severity: 'error', row: 0, column: '', text }];
}

/** What of the table is taken otherwise than it stands there. */
export function notesOf(
  rows: readonly InterpretedRow[],
  { mode }: RosterImportPlace,
  columns: Record<'given' | 'read', readonly { meaning: string }[]>,
): string[] {
  const isPositionFound = columns.read.some(({ meaning }) => meaning === 'position');
  const isPositionGiven = columns.given.some(({ meaning }) => meaning === 'position');
  const hasOwnDays = rows.some(({ firstDay, lastDay, document }) => firstDay ?? lastDay ?? document);
  return [
    ...(isPositionFound && !isPositionGiven
      ? ['“职务”一列写的都是职位，按职位导入；如果是单位里的职务，请在“标题行和栏目”里把它选成“单位及职务”。']
      : []),
    ...(mode === 'replace' && hasOwnDays
      ? [
          '整体换成这份名单时，新任的都从上面选的那一天起，用上面填的依据文件；表里的任职日期、截止日期和文号不用。',
        ]
      : []),
  ];
}
