import { AppError } from '#shared/errors.ts';
import type { OverviewChoice } from '#shared/contract/overview.ts';
import type { BehindNumber } from '#shared/contract/reports.ts';
import {
  FIRST_DAY,
  type OverviewFigure,
  type OverviewFigureName,
  overviewFigureNames,
  overviewFigures,
  type OverviewFigures,
} from '#shared/rules/overview/figures.ts';
import { placesOfKind, valueIn } from '#shared/rules/reports/measure.ts';
import type { Span } from '#shared/rules/reports/span.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import {
  type CountScope,
  countedOnce,
  countTimes,
  type KnownMeasures,
  measuresIn,
  type SourcedMeasure,
  toldValue,
} from '#main/features/reports/index.ts';

const FIRES = 'fires';

const NO_FIGURE: OverviewFigure = { value: null, lastYear: null, unit: '', places: 0 };

/**
 * Every number of the overview; each source is counted once for each time.
 * @param firesTo last day of the time up to which fires were reported: a month that is still to come in is not held
 *   against the whole one of a year ago
 */
export function figuresOf(
  scope: CountScope,
  known: KnownMeasures,
  choice: OverviewChoice,
  firesTo: string | null,
): OverviewFigures {
  // By county, what member units answer for would be in no total.
  const by = choice.countyUid === null ? null : 'county';
  const inSpan = countedOnce((source) =>
    countTimes(source, scope, timeOf(source, scope, choice, firesTo), by),
  );
  const now = countedOnce((source) => source.count({ ...scope, ...sinceEver(scope) }, by));
  const figure = (name: OverviewFigureName): OverviewFigure => {
    const { measure: key, time } = overviewFigures[name];
    const found = known.get(key);
    if (found === undefined) return NO_FIGURE;
    const { source, measure } = found;
    const look = { unit: measure.unit, places: placesOfKind[measure.kind] };
    if (time === 'now') {
      const { total, byRow } = now(source);
      const amounts = choice.countyUid === null ? total : (byRow.get(choice.countyUid) ?? {});
      return { ...look, value: valueIn(measure, amounts), lastYear: null };
    }
    if (source.key === FIRES && firesTo === null) return { ...look, value: null, lastYear: null };
    const times = inSpan(source);
    const told = (at: 'now' | 'lastYear') =>
      choice.countyUid === null ? times[at].total : times[at].ofRow(choice.countyUid);
    const then = told('lastYear');
    return {
      ...look,
      value: toldValue(measure, told('now'), scope.today),
      lastYear: then?.isRecorded === true ? toldValue(measure, then, scope.today) : null,
    };
  };
  return Object.fromEntries(overviewFigureNames.map((name) => [name, figure(name)])) as OverviewFigures;
}

/** What is not over is held against the same days of a year ago. */
function timeOf(
  { key }: MeasureSource,
  { today }: CountScope,
  { from, to }: Span,
  firesTo: string | null,
): Span {
  if (key === FIRES) return { from, to: firesTo ?? to };
  return { from, to: to > today && from <= today ? today : to };
}

/** What a number has counted. @throws AppError notFound */
export function behindFigure(
  scope: CountScope,
  sources: readonly MeasureSource[],
  { figure, countyUid, offset, ...span }: OverviewChoice & { figure: OverviewFigureName; offset: number },
): BehindNumber {
  const { source, measure } = requireMeasure(scope, sources, figure);
  const time = overviewFigures[figure].time === 'now' ? sinceEver(scope) : span;
  return source.records(
    { ...scope, ...time },
    {
      measure: measure.key,
      by: countyUid === null ? null : 'county',
      row: countyUid,
      has: (row) => row === countyUid,
      offset,
    },
  );
}

function requireMeasure(
  { db }: CountScope,
  sources: readonly MeasureSource[],
  figure: OverviewFigureName,
): SourcedMeasure {
  const found = measuresIn(db, sources).get(overviewFigures[figure].measure);
  if (found === undefined) throw new AppError('notFound', { what: '这个统计项' });
  return found;
}

function sinceEver({ today }: CountScope): { from: string; to: string } {
  return { from: FIRST_DAY, to: today };
}
