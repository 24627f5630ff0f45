import type { Workdays } from '#shared/rules/calendar/workdays.ts';
import { coordinatesOf } from '#shared/rules/ledgers/coordinates.ts';
import {
  type LedgerColumn,
  type LedgerDefinition,
  type LedgerStandards,
  type LedgerValue,
  type LedgerValues,
  storedName,
} from '#shared/rules/ledgers/definition.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';
import { indexedText } from '#main/features/search/index.ts';
import { type Pointers, rowKeyOf } from './columns.ts';

/** What the computed columns look at beside the row. */
export interface Computing {
  standards: LedgerStandards;
  workdays: Workdays;
}

/** All columns, with what is computed from them. */
export function storedOf(
  definition: LedgerDefinition,
  values: LedgerValues,
  pointers: Pick<Pointers, 'organizationId' | 'idOf'>,
  { standards, workdays }: Computing,
): Record<string, LedgerValue> {
  const { columns, kept = [], due } = definition;
  const stored = (column: LedgerColumn): [string, LedgerValue][] => {
    const value = values[column.key] ?? null;
    if (column.kind === 'coordinates') {
      const { longitude, latitude } =
        typeof value === 'string' && value !== ''
          ? coordinatesOf(value)
          : { longitude: null, latitude: null };
      return [
        ['longitude', longitude],
        ['latitude', latitude],
      ];
    }
    const isPointer = column.kind === 'term' || column.kind === 'site';
    return [
      [storedName(column), isPointer && typeof value === 'string' ? pointers.idOf(column, value) : value],
    ];
  };
  const computed = kept.map((each) => ({ ...each, value: each.of(values, workdays) }));
  const whole = { ...values, ...Object.fromEntries(computed.map(({ key, value }) => [key, value])) };
  return {
    organization_id: pointers.organizationId(String(values[PLACE] ?? '')),
    ...Object.fromEntries(columns.flatMap(stored)),
    ...Object.fromEntries(computed.map((each) => [storedName(each), each.value])),
    row_key: rowKeyOf(definition, values),
    search_text: searchTextOf(definition, values),
    ...(due === undefined ? {} : { due_on: due.on(whole, standards) }),
  };
}

function searchTextOf({ title, searched = [] }: LedgerDefinition, values: LedgerValues): string {
  return indexedText(String(values[title] ?? ''), ...searched.map((key) => String(values[key] ?? '')));
}
