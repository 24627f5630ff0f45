import { addMonths } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import {
  type CollectionDefinition,
  collectedColumn,
  type GivenRow,
  type RowValues,
} from '#shared/rules/collections/definition.ts';
import {
  type FigureState,
  figureKeys,
  figureNames,
  figureStateNames,
  figureStates,
} from '#shared/rules/fire-figures/figures.ts';
import { noParts } from '#shared/rules/fire-figures/parts.ts';
import { fenOfTenThousands, tenThousandsText } from '#shared/rules/money.ts';
import { monthOfWords, monthWords } from '#shared/rules/tasks/monthly-report.ts';
import type { CollectedLedger, LandedRow } from '#main/core/fields/collected-ledger.ts';
import { landEach, naming } from '#main/core/fields/land-each.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import { enterFigures } from './enter.ts';
import { countiesIn, townshipsIn } from './month.ts';
import { partsByFigure, toParts } from './parts.ts';
import { type FigureRecord, figuresBetween } from './queries.ts';

const BLANK_ROWS = 6;
/** Of these a unit may write more rows: those that it has missed, or that have just ended. */
const MONTHS_BACK = 12;

/**
 * The four figures of a month of counties and townships; a row is known by its month. How they are parted by trade and
 * cause is not asked, and stays as it is.
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

function lastMonth(today: string): string {
  return addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
}

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

function recordOf(db: ReadStore, organizationUid: string, month: string): FigureRecord | undefined {
  const { id } = requireOrganization(db, organizationUid);
  return db
    .all(figuresBetween, { from: month, to: month })
    .find(({ organization_id: place }) => place === id);
}

function rowOf(month: string, record: FigureRecord | undefined): GivenRow {
  return { key: month, values: { month: monthWords(month), ...figuresOf(record) }, ranges: {} };
}

function figuresOf(record: FigureRecord | undefined): RowValues {
  if (record === undefined) return {};
  const { fires, deaths, injuries, loss, state, source } = record;
  const values = {
    fires: String(fires),
    deaths: String(deaths),
    injuries: String(injuries),
    loss: tenThousandsText(loss),
    state: figureStateNames[state],
  };
  return source.trim() === '' ? values : { ...values, source: source.trim() };
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

/** @throws AppError badInput: a figure that nobody has given is no 0 */
function toldFigures({
  fires = '',
  deaths = '',
  injuries = '',
  loss = '',
  state = '',
  source = '',
}: RowValues) {
  const count = (name: string, text: string): number => {
    if (!/^\d{1,7}$/u.test(text)) throw new AppError('badInput', { detail: `没有${name}，请填整数` });
    return Number(text);
  };
  const lost = fenOfTenThousands(loss);
  if (lost === null) throw new AppError('badInput', { detail: `没有${figureNames.loss}，请填万元数` });
  if (source.length > 100) throw new AppError('badInput', { detail: '来源最多 100 个字' });
  return {
    fires: count(figureNames.fires, fires),
    deaths: count(figureNames.deaths, deaths),
    injuries: count(figureNames.injuries, injuries),
    loss: lost,
    state: stateNamed(state),
    source,
  };
}

/** @throws AppError badInput */
function stateNamed(name: string): FigureState {
  const state = figureStates.find((each) => figureStateNames[each] === name);
  if (state === undefined) throw new AppError('badInput', { detail: '没有写是快报还是核定' });
  return state;
}

/** As of the month; as of today, where it is not told or the place was not there yet. */
function placeName({ db, today }: WriteContext, organizationUid: string, month: string | null): string {
  const now = today.slice(0, 7);
  const named = [month ?? now, now]
    .flatMap((each) => [...countiesIn(db, each), ...townshipsIn(db, each)])
    .find(({ uid }) => uid === organizationUid);
  return named?.name ?? '';
}
