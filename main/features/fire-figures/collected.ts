import { addMonths } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import {
  type CollectionDefinition,
  collectedColumn,
  type GivenRow,
} from '#shared/rules/collections/definition.ts';
import {
  figureKeys,
  figureNames,
  figureStateNames,
  figureStates,
} from '#shared/rules/fire-figures/figures.ts';
import { noParts } from '#shared/rules/fire-figures/parts.ts';
import { monthOfWords, monthWords } from '#shared/rules/tasks/monthly-report.ts';
import type { CollectedLedger, LandedRow } from '#main/core/fields/collected-ledger.ts';
import { landEach, naming } from '#main/core/fields/land-each.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { enterFigures } from './enter.ts';
import { countiesIn, townshipsIn } from './month.ts';
import { partsByFigure, toParts } from './parts.ts';
import { type FigureRecord, figuresBetween } from './queries.ts';
import { collectedFiguresOf, lastMonth, placeName, recordOf, toldFigures } from './told-figures.ts';

const BLANK_ROWS = 6;
/** Of these a unit may write more rows: those that it has missed, or that have just ended. */
const MONTHS_BACK = 12;

/**
 * The four figures of a month of counties and townships; a row is known by its month. How they are parted by trade and
 * cause is not asked here, and stays as it is: see collected-parts.ts.
 */
export const collectedFigures: CollectedLedger = {
  key: 'fireFigures',
  name: '火灾数据',
  instruction:
    '请填上个月的火灾四项数据，没有发生的填 0；登记过的月份已经列出，不对的改正；漏报的月份、已经结束的本月，写在下面的空行里。',
  monthAsked: lastMonth,
  usuallyAsks: ({ level }) => level === 'county',
  definition: ({ today }) => definitionOn(today),

  rowsOf({ db, today }) {
    const asked = lastMonth(today);
    const byPlace = Map.groupBy(
      db.all(figuresBetween, { from: `${asked.slice(0, 4)}-01`, to: asked }),
      ({ organization_id: id }) => id,
    );
    const rowsAt = ({ id }: { id: number }): GivenRow[] => {
      const records = byPlace.get(id) ?? [];
      const rows = records.map((record) => rowOf(record.month, record));
      return records.some(({ month }) => month === asked) ? rows : [...rows, rowOf(asked, undefined)];
    };
    return new Map(
      [...countiesIn(db, asked), ...townshipsIn(db, asked)].map((place) => [place.uid, rowsAt(place)]),
    );
  },

  keptRow:
    ({ db }) =>
    (organizationUid, month) =>
      rowOf(month, recordOf(db, organizationUid, month)),

  // Whatever today is: what comes back may have been handed out months ago.
  knownBy:
    ({ db }) =>
    (organizationUid, values) => {
      const month = monthOfWords(values['month'] ?? '');
      return month === null ? null : rowOf(month, recordOf(db, organizationUid, month));
    },

  land: (units, context) =>
    landEach(units, (organizationUid, row) => landMonth(organizationUid, row, context)),
};

/** This month, and those before it; the latest first. */
function monthsUpTo(today: string): string[] {
  const first = `${today.slice(0, 7)}-01`;
  return Array.from({ length: MONTHS_BACK + 1 }, (_, back) => addMonths(first, -back).slice(0, 7));
}

function definitionOn(today: string): CollectionDefinition {
  const counts = figureKeys
    .filter((key) => key !== 'loss')
    .map((key) =>
      collectedColumn(key, figureNames[key], { kind: 'whole', required: true, min: '0', max: '9999999' }),
    );
  return {
    rows: 'givenAndFree',
    blankRows: BLANK_ROWS,
    columns: [
      collectedColumn('month', '月份', {
        kind: 'choice',
        choices: monthsUpTo(today).map(monthWords),
        required: true,
        locked: true,
      }),
      ...counts,
      collectedColumn('loss', `${figureNames.loss}(万元)`, {
        kind: 'decimal',
        decimals: 6,
        required: true,
        min: '0',
        max: '99999999',
      }),
      collectedColumn('state', '数据状态', {
        kind: 'choice',
        choices: figureStates.map((state) => figureStateNames[state]),
        required: true,
      }),
      collectedColumn('source', '来源', { hint: '如月报、系统导出；最多 100 个字' }),
    ],
  };
}

function rowOf(month: string, record: FigureRecord | undefined): GivenRow {
  return { key: month, values: { month: monthWords(month), ...collectedFiguresOf(record) }, ranges: {} };
}

/** @returns how many values changed @throws AppError naming the place and the month */
function landMonth(
  organizationUid: string,
  { key: month, values }: LandedRow,
  context: WriteContext,
): number {
  const { db } = context;
  if (month === null) {
    const detail = `${placeName(context, organizationUid, null)}：有一行没有写月份`;
    throw new AppError('badInput', { detail });
  }
  const record = recordOf(db, organizationUid, month);
  const { values: stored } = rowOf(month, record);
  const changes = Object.entries(values).filter(([key, value]) => value !== (stored[key] ?? ''));
  if (changes.length === 0) return 0;
  const parts = record === undefined ? noParts : toParts(partsByFigure(db, [record]).get(record.id) ?? []);
  naming(
    () => `${placeName(context, organizationUid, month)}${monthWords(month)}`,
    () => {
      const told = toldFigures({ ...stored, ...Object.fromEntries(changes) });
      enterFigures(context, organizationUid, { month, ...told, parts });
    },
  );
  return changes.length;
}
