import type {
  LedgerDefinition,
  LedgerMeasure,
  LedgerStandards,
  LedgerValues,
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
import { standardsOf } from './standards.ts';

/** What reports count of each ledger: its rows as they stand, how many are overdue, and the definition's own numbers. */
export const ledgerMeasures: readonly MeasureSource[] = ledgerDefinitions.map(sourceOf);

function sourceOf(definition: LedgerDefinition): MeasureSource {
  const { key, name, unit, due, path, columns, measures = [] } = definition;
  return measureSource<PlacedRow & { standards: LedgerStandards }>({
    key,
    name,
    by: ['county', 'township'],
    tables: [
      tableOf(definition),
      'ledger_term',
      'setting',
      'organization',
      'organization_state',
      ...(columns.some((column) => column.kind === 'site') ? (['key_site'] as const) : []),
    ],
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
        const common = { key: own, name: called, unit: counted, ...basisOf(definition, measure) };
        if (measure.kind !== 'share') return { ...common, kind: measure.kind };
        return { ...common, kind: 'share', part: measure.part, whole: measure.whole };
      }),
    ],
    read: ({ db, today }) => {
      const standards = standardsOf(db, definition);
      return placedRows(db, definition, today).map((row) => ({ ...row, standards }));
    },
    amounts: ({ values, dueOn, standards }, scope) => {
      const around = { today: scope.today, standards };
      return {
        count: 1,
        overdue: Number(dueOn !== null && dueOn < scope.today),
        ...Object.fromEntries(
          measures.flatMap((measure) =>
            measure.kind === 'share'
              ? []
              : [[measure.key, isInTime(measure, values, scope) ? measure.of(values, around) : 0]],
          ),
        ),
      };
    },
    rows: ({ countyUid, townshipUid }, by) => {
      if (by === 'county') return [countyUid];
      return townshipUid === null ? [] : [townshipUid];
    },
    record: ({ uid, title, values, dueOn, countyName }) => ({
      uid,
      name: title,
      day: dueOn ?? dayOf(definition, values),
      note: countyName,
      path: `${path}/${uid}`,
    }),
  });
}

/** A share is told of the time that what it is taken of is told of. */
function basisOf({ measures = [] }: LedgerDefinition, measure: LedgerMeasure): { basis?: 'today' } {
  const counted = measure.kind === 'share' ? measures.find(({ key }) => key === measure.whole) : measure;
  const hasDay = counted !== undefined && counted.kind !== 'share' && counted.day !== undefined;
  return hasDay ? {} : { basis: 'today' };
}

function isInTime(
  { day }: Extract<LedgerMeasure, { kind: 'count' | 'sum' }>,
  values: LedgerValues,
  scope: MeasureScope,
): boolean {
  if (day === undefined) return true;
  const on = values[day];
  return typeof on === 'string' && on >= scope.from && on <= lastDayKnown(scope);
}

/** The first day by which a row is counted in its time. */
function dayOf({ measures = [] }: LedgerDefinition, values: LedgerValues): string | null {
  const days = measures.flatMap((measure) =>
    measure.kind === 'share' || measure.day === undefined ? [] : [values[measure.day]],
  );
  return days.find((day) => typeof day === 'string') ?? null;
}
