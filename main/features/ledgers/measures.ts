import type { LedgerDefinition, LedgerStandards } from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import type { Measure } from '#shared/rules/reports/measure.ts';
import { type MeasureSource, measureSource } from '#main/core/measures/measure-source.ts';
import { tableOf } from './columns.ts';
import { type PlacedRow, placedRows } from './placed-rows.ts';
import { standardsOf } from './standards.ts';

/** What reports count of each ledger: its rows as they stand, how many are overdue, and the definition's own numbers. */
export const ledgerMeasures: readonly MeasureSource[] = ledgerDefinitions.map(sourceOf);

function sourceOf(definition: LedgerDefinition): MeasureSource {
  const { key, name, unit, due, path, measures = [] } = definition;
  return measureSource<PlacedRow & { standards: LedgerStandards }>({
    key,
    name,
    by: ['county', 'township'],
    tables: [tableOf(definition), 'ledger_term', 'setting', 'organization', 'organization_state'],
    measures: [
      { key: 'count', name, unit, kind: 'count', basis: 'today' },
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
        const { key: own, name: called, unit: counted } = measure;
        const common = { key: own, name: called, unit: counted, basis: 'today' } as const;
        if (measure.kind !== 'share') return { ...common, kind: measure.kind };
        return { ...common, kind: 'share', part: measure.part, whole: measure.whole };
      }),
    ],
    read: ({ db, today }) => {
      const standards = standardsOf(db, definition);
      return placedRows(db, definition, today).map((row) => ({ ...row, standards }));
    },
    amounts: ({ values, dueOn, standards }, { today }) => ({
      count: 1,
      overdue: Number(dueOn !== null && dueOn < today),
      ...Object.fromEntries(
        measures.flatMap((measure) =>
          measure.kind === 'share' ? [] : [[measure.key, measure.of(values, { today, standards })]],
        ),
      ),
    }),
    rows: ({ countyUid, townshipUid }, by) => {
      if (by === 'county') return [countyUid];
      return townshipUid === null ? [] : [townshipUid];
    },
    record: ({ uid, title, dueOn, countyName }) => ({
      uid,
      name: title,
      day: dueOn,
      note: countyName,
      path: `${path}/${uid}`,
    }),
  });
}
