import type { LedgerDefinition, LedgerValues } from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import type { Measure } from '#shared/rules/reports/measure.ts';
import { type MeasureScope, type MeasureSource, measureSource } from '#main/core/measures/measure-source.ts';
import { tableOf } from './columns.ts';
import { ledgerQueries, termsOfList } from './queries.ts';
import { Rows, titleOf } from './rows.ts';

interface CountedRow {
  uid: string;
  values: LedgerValues;
  dueOn: string | null;
  county: { uid: string; name: string };
  townshipUid: string | null;
  rows: Rows;
}

/** What reports count of each ledger: its rows as they stand, how many are overdue, and the definition's own numbers. */
export const ledgerMeasures: readonly MeasureSource[] = ledgerDefinitions.map(sourceOf);

function sourceOf(definition: LedgerDefinition): MeasureSource {
  const { key, name, unit, columns, due, path, countedOn, measures = [] } = definition;
  const sites = columns.some(({ kind }) => kind === 'site') ? (['key_site'] as const) : [];
  const counted = columns
    .filter((column) => column.kind === 'term' && column.isCounted === true)
    .map((column) => column.key);
  const byDay = countedOn === undefined ? ({ basis: 'today' } as const) : {};
  const isIn = ({ values }: CountedRow, { from, to }: MeasureScope, on = countedOn): boolean => {
    if (on === undefined) return true;
    const day = values[on];
    return typeof day === 'string' && day >= from && day <= to;
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
        const common = { key: own, name: called, unit: countedIn, ...byDay };
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
      const rows = new Rows(db, definition, today);
      return db.all(ledgerQueries(definition).all).map((record) => {
        const dueOn = record['due_on'];
        return {
          uid: record.uid,
          values: rows.valuesOf(record),
          dueOn: typeof dueOn === 'string' ? dueOn : null,
          county: rows.places.countyOf(record.organization_id),
          townshipUid: rows.places.townshipOf(record.organization_id),
          rows,
        };
      });
    },
    amounts(row, scope) {
      const { values, dueOn, rows } = row;
      return {
        count: Number(isIn(row, scope)),
        overdue: Number(dueOn !== null && dueOn < scope.today),
        ...Object.fromEntries(
          measures.flatMap((measure) => {
            if (measure.kind === 'share') return [];
            return [[measure.key, isIn(row, scope, measure.on) ? measure.of(values, rows.around) : 0]];
          }),
        ),
        ...Object.fromEntries(
          counted.map((list) => [wordKey(list, String(values[list] ?? '')), Number(isIn(row, scope))]),
        ),
      };
    },
    rows: ({ county, townshipUid }, by) => {
      if (by === 'county') return [county.uid];
      return townshipUid === null ? [] : [townshipUid];
    },
    record({ uid, values, dueOn, county }) {
      const day = countedOn === undefined ? dueOn : values[countedOn];
      return {
        uid,
        name: titleOf(definition, values),
        day: typeof day === 'string' ? day : null,
        note: county.name,
        path: `${path}/${uid}`,
      };
    },
  });
}

/** Of the rows of one word, of a term column by its key. */
function wordKey(list: string, uid: string): string {
  return `${list} ${uid}`;
}
