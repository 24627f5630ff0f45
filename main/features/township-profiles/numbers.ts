import type { ProfileChoice } from '#shared/contract/township-profiles.ts';
import type { BehindNumber } from '#shared/contract/reports.ts';
import { AppError } from '#shared/errors.ts';
import { placesOfKind, valueIn } from '#shared/rules/reports/measure.ts';
import type { ProfileNumber, ProfileNumbers } from '#shared/rules/township-profiles/profile.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import { type CountScope, measuresIn } from '#main/features/reports/index.ts';

/** Told in words elsewhere on the page. */
const TOLD = new Set(['assessment', 'brigades', 'establishments']);

/** What the features count of the township in the time; a number of nothing is left out unless it is a lack. */
export function numbersOf(
  scope: CountScope,
  sources: readonly MeasureSource[],
  { uid, from, to }: ProfileChoice,
): ProfileNumbers[] {
  const isOver = to < scope.today;
  return sources
    .filter(({ key, by }) => by.includes('township') && !TOLD.has(key))
    .map((source) => {
      const amounts = source.count({ ...scope, from, to }, 'township').byRow.get(uid) ?? {};
      const numbers = source.measures(scope.db).flatMap((measure): ProfileNumber[] => {
        // What is known as it stands today only says nothing of a time that is over.
        if (isOver && measure.basis === 'today') return [];
        const value = valueIn(measure, amounts);
        if (value === null) return [];
        const isTold = measure.kind === 'share' || (amounts[measure.zeroBeside ?? ''] ?? 0) !== 0;
        if (value === 0 && !isTold) return [];
        const { key, name, unit, kind } = measure;
        const shown = nameWithin(source.name, name);
        return [{ measure: `${source.key}.${key}`, name: shown, unit, places: placesOfKind[kind], value }];
      });
      return { title: source.name, numbers };
    })
    .filter(({ numbers }) => numbers.length > 0);
}

/** 在用 of 消防车辆在用 where 消防车辆 stands above it. */
function nameWithin(title: string, name: string): string {
  if (name === title) return '总数';
  return name.startsWith(title) ? name.slice(title.length).replace(/^\((.+)\)$/u, '$1') : name;
}

/** @throws AppError notFound */
export function behindProfile(
  scope: CountScope,
  sources: readonly MeasureSource[],
  { uid, from, to, measure: key, offset }: ProfileChoice & { measure: string; offset: number },
): BehindNumber {
  const found = measuresIn(scope.db, sources).get(key);
  if (found === undefined) throw new AppError('notFound', { what: '这个统计项' });
  return found.source.records(
    { ...scope, from, to },
    { measure: found.measure.key, by: 'township', row: uid, has: (row) => row === uid, offset },
  );
}
