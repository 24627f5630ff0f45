import { AppError } from '#shared/errors.ts';
import {
  type CollectionDefinition,
  collectedColumn,
  type GivenRow,
  type RowValues,
} from '#shared/rules/collections/definition.ts';
import {
  figureKeys,
  figureNames,
  figureStateNames,
  figureStates,
} from '#shared/rules/fire-figures/figures.ts';
import {
  type FirePart,
  type FireParts,
  fireSplits,
  noParts,
  splitNames,
} from '#shared/rules/fire-figures/parts.ts';
import { tenThousandsText } from '#shared/rules/money.ts';
import { monthWords } from '#shared/rules/tasks/monthly-report.ts';
import type { CollectedLedger, LandedRow } from '#main/core/fields/collected-ledger.ts';
import { landEach, naming } from '#main/core/fields/land-each.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { enterFigures } from './enter.ts';
import { countiesIn, townshipsIn } from './month.ts';
import { partChecks, partFigures, partKey, readPartKey } from './part-checks.ts';
import { partsByFigure, toParts } from './parts.ts';
import type { FigureRecord } from './queries.ts';
import { collectedFiguresOf, lastMonth, placeName, recordOf, toldFigures } from './told-figures.ts';
import { wordsBySplit } from './words.ts';

const WHOLE = '合计';

const definition: CollectionDefinition = {
  rows: 'given',
  blankRows: 0,
  columns: [
    collectedColumn('month', '月份', { locked: true }),
    collectedColumn('what', '分类', { locked: true }),
    ...figureKeys
      .filter((key) => key !== 'loss')
      .map((key) => collectedColumn(key, figureNames[key], { kind: 'whole', min: '0', max: '9999999' })),
    collectedColumn('loss', `${figureNames.loss}(万元)`, {
      kind: 'decimal',
      decimals: 6,
      min: '0',
      max: '99999999',
    }),
    collectedColumn('state', '数据状态', {
      kind: 'choice',
      choices: figureStates.map((state) => figureStateNames[state]),
      hint: '只填合计一行',
    }),
    collectedColumn('source', '来源', { hint: '只填合计一行；如月报、系统导出，最多 100 个字' }),
  ],
};

/** The figures of the month that has ended, with how they are parted by trade and cause. */
export const collectedParts: CollectedLedger = {
  key: 'fireParts',
  name: '火灾数据及分类',
  instruction:
    '请填上个月的火灾四项数据：“合计”一行必须填，没有发生的填 0，写明是快报还是核定；下面按场所或行业、按起火原因分，知道的填，不知道的空着，各类加起来不能比合计多。',
  monthAsked: lastMonth,
  usuallyAsks: ({ level }) => level === 'county',
  definition: () => definition,
  rowChecks: partChecks,

  rowsOf({ db, today }) {
    const month = lastMonth(today);
    return new Map(
      [...countiesIn(db, month), ...townshipsIn(db, month)].map(({ uid }) => [
        uid,
        rowsOfMonth(db, uid, month),
      ]),
    );
  },

  keptRow:
    ({ db }) =>
    (organizationUid, key) =>
      rowsOfMonth(db, organizationUid, readPartKey(key).month).find((row) => row.key === key) ?? null,

  land: (units, context) =>
    landEach(
      units.map(({ organizationUid, rows }) => ({ organizationUid, rows: byMonth(rows) })),
      (organizationUid, row) => landMonth(organizationUid, row, context),
    ),
};

/** The whole, then each word of both lists. */
function rowsOfMonth(db: ReadStore, organizationUid: string, month: string): GivenRow[] {
  const record = recordOf(db, organizationUid, month);
  const parts = storedParts(db, record);
  const rowOf = (wordUid: string | null, what: string, values: RowValues): GivenRow => ({
    key: partKey({ month, wordUid }),
    values: { month: monthWords(month), what, ...values },
    ranges: {},
  });
  const words = wordsBySplit(db);
  return [
    rowOf(null, WHOLE, collectedFiguresOf(record)),
    ...fireSplits.flatMap((split) =>
      words[split].map(({ uid, name }) =>
        rowOf(
          uid,
          `${splitNames[split]}：${name}`,
          partValues(parts[split].find(({ wordUid }) => wordUid === uid)),
        ),
      ),
    ),
  ];
}

function storedParts(db: ReadStore, record: FigureRecord | undefined): FireParts {
  return record === undefined ? noParts : toParts(partsByFigure(db, [record]).get(record.id) ?? []);
}

function partValues(part: FirePart | undefined): RowValues {
  if (part === undefined) return {};
  const { fires, deaths, injuries, loss } = part;
  return {
    fires: String(fires),
    deaths: String(deaths),
    injuries: String(injuries),
    loss: tenThousandsText(loss),
  };
}

/** A month is stored as one entry: its rows become one, whose columns name row and figure. */
function byMonth(rows: readonly LandedRow[]): LandedRow[] {
  const months = Map.groupBy(rows, ({ key }) => readPartKey(key ?? '').month);
  return [...months].map(([month, ofMonth]) => ({
    key: month,
    values: Object.fromEntries(
      ofMonth.flatMap(({ key, values }) =>
        Object.entries(values).map(([column, value]) => [`${key ?? ''}.${column}`, value]),
      ),
    ),
  }));
}

/** @returns how many values changed @throws AppError naming the place and the month */
function landMonth(organizationUid: string, { key, values }: LandedRow, context: WriteContext): number {
  const { db } = context;
  const month = key ?? '';
  const rows = rowsOfMonth(db, organizationUid, month);
  let changed = 0;
  const told = new Map(
    rows.map((row) => {
      const landed = definition.columns.flatMap(({ key: column }) => {
        const value = values[`${row.key}.${column}`];
        return value === undefined || value === (row.values[column] ?? '') ? [] : [[column, value]];
      });
      changed += landed.length;
      return [row.key, { ...row.values, ...(Object.fromEntries(landed) as RowValues) }];
    }),
  );
  if (changed === 0) return 0;
  naming(
    () => `${placeName(context, organizationUid, month)}${monthWords(month)}`,
    () => {
      const whole = told.get(partKey({ month, wordUid: null }));
      if (whole === undefined) throw new AppError('notFound', { what: '这个月的合计' });
      const words = wordsBySplit(db);
      const of = (split: (typeof fireSplits)[number]): FirePart[] =>
        words[split].map(({ uid: wordUid }) => ({
          wordUid,
          ...partFigures(told.get(partKey({ month, wordUid })) ?? {}),
        }));
      const parts: FireParts = { trade: of('trade'), cause: of('cause') };
      enterFigures(context, organizationUid, { month, ...toldFigures(whole), parts });
    },
  );
  return changed;
}
