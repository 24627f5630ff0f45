import { besideOf } from '#shared/rules/ledgers/beside.ts';
import type {
  LedgerBeside,
  LedgerDefinition,
  LedgerMeasure,
  LedgerStandards,
} from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import type { Measure } from '#shared/rules/reports/measure.ts';
import {
  lastDayKnown,
  type MeasureScope,
  type MeasureSource,
  measureSource,
} from '#main/core/measures/measure-source.ts';
import { tableOf } from './columns.ts';
import { type PlacedRow, placedRows } from './placed-rows.ts';
import { termsOfList } from './queries.ts';
import { standardsOf } from './standards.ts';

type CountedRow = PlacedRow & { standards: LedgerStandards; beside: LedgerBeside | null };

/** What reports count of each ledger: its rows as they stand, how many are overdue, and the definition's own numbers. */
export const ledgerMeasures: readonly MeasureSource[] = ledgerDefinitions.map(sourceOf);

function sourceOf(definition: LedgerDefinition): MeasureSource {
  const { key, name, unit, columns, due, path, countedOn, measures = [] } = definition;
  const sites = columns.some(({ kind }) => kind === 'site') ? (['key_site'] as const) : [];
  const counted = columns
    .filter((column) => column.kind === 'term' && column.isCounted === true)
    .map((column) => column.key);
  const byDay = countedOn === undefined ? ({ basis: 'today' } as const) : {};
  const isIn = ({ values }: CountedRow, scope: MeasureScope, on = countedOn): boolean => {
    if (on === undefined) return true;
    const day = values[on];
    return typeof day === 'string' && day >= scope.from && day <= lastDayKnown(scope);
  };
  return measureSource<CountedRow>({
    key,
    name,
    by: ['county', 'township'],
    tables: [tableOf(definition), 'ledger_term', 'setting', 'organization', 'organization_state', ...sites],
    measures: (db) => [
      { key: 'count', name, unit, kind: 'count', ...byDay },
      ...(due === undefined
        ? []
        : [
            {
              key: 'overdue',
              name: `${name}${due.name}到期`,
              unit,
              kind: 'count',
              basis: 'today',
            } satisfies Measure,
          ]),
      ...measures.map((measure): Measure => {
        const { key: own, name: called, unit: countedIn } = measure;
        const common = { key: own, name: called, unit: countedIn, ...basisOf(definition, measure) };
        if (measure.kind !== 'share') return { ...common, kind: measure.kind };
        return { ...common, kind: 'share', part: measure.part, whole: measure.whole };
      }),
      ...counted.flatMap((list) =>
        db.all(termsOfList, { ledger: key, list }).map((term): Measure => {
          return {
            key: wordKey(list, term.uid),
            name: `${name}(${term.name})`,
            unit,
            kind: 'count',
            ...byDay,
          };
        }),
      ),
    ],
    read: ({ db, today }) => {
      const standards = standardsOf(db, definition);
      const rows = placedRows(db, definition, today);
      const beside = besideOf(definition, rows, standards);
      return rows.map((row) => ({ ...row, standards, beside: beside.get(row.id) ?? null }));
    },
    amounts(row, scope) {
      const { values, dueOn, standards, beside } = row;
      const around = { today: scope.today, standards, beside };
      return {
        count: Number(isIn(row, scope)),
        overdue: Number(dueOn !== null && dueOn < scope.today),
        ...Object.fromEntries(
          measures.flatMap((measure) => {
            if (measure.kind === 'share') return [];
            return [[measure.key, isIn(row, scope, measure.on) ? measure.of(values, around) : 0]];
          }),
        ),
        ...Object.fromEntries(
          counted.map((list) => [wordKey(list, String(values[list] ?? '')), Number(isIn(row, scope))]),
        ),
      };
    },
    rows: ({ countyUid, townshipUid }, by) => {
      if (by === 'county') return [countyUid];
      return townshipUid === null ? [] : [townshipUid];
    },
    record({ uid, title, values, dueOn, countyName }) {
      const day = countedOn === undefined ? dueOn : values[countedOn];
      return {
        uid,
        name: title,
        day: typeof day === 'string' ? day : null,
        note: countyName,
        path: `${path}/${uid}`,
      };
    },
  });
}

/** A share is told of the time that what it is taken of is told of. */
function basisOf(
  { countedOn, measures = [] }: LedgerDefinition,
  measure: LedgerMeasure,
): { basis?: 'today' } {
  const counted = measure.kind === 'share' ? measures.find(({ key }) => key === measure.whole) : measure;
  const on = counted !== undefined && counted.kind !== 'share' ? counted.on : undefined;
  return (on ?? countedOn) === undefined ? { basis: 'today' } : {};
}

/** Of the rows of one word, of a term column by its key. */
function wordKey(list: string, uid: string): string {
  return `${list} ${uid}`;
}
