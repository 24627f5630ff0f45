import { readCoordinates } from './coordinates.ts';
import type {
  LedgerAround,
  LedgerColumn,
  LedgerDefinition,
  LedgerProblem,
  LedgerValue,
  LedgerValues,
} from './definition.ts';
import { rangeProblem } from './numbers.ts';

/** The row without which nothing can be told of it. */
export const PLACE = 'organizationUid';

export function emptyOf({ kind }: LedgerColumn): LedgerValue {
  return kind === 'line' || kind === 'text' ? '' : null;
}

export function isEmpty(value: LedgerValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}

/** What a new row begins with, the place left open. */
export function blankValues({ columns }: LedgerDefinition): LedgerValues {
  return Object.fromEntries(columns.map((column) => [column.key, column.usual ?? emptyOf(column)]));
}

/** A new row as it is stored, with what nobody has given. */
export function newcomer(definition: LedgerDefinition, given: LedgerValues, today: string): LedgerValues {
  const values = { ...blankValues(definition), ...given };
  const { registered } = definition;
  return registered === undefined || !isEmpty(values[registered])
    ? values
    : { ...values, [registered]: today };
}

/** Everything that is wrong with a row or worth a hint; whether places, words and sites exist, the store knows. */
export function problemsOf(
  definition: LedgerDefinition,
  values: LedgerValues,
  around: LedgerAround,
): LedgerProblem[] {
  const ofColumns = definition.columns.flatMap((column): LedgerProblem[] => {
    const text = valueProblem(column, values[column.key] ?? null);
    return text === null ? [] : [{ severity: 'error', field: column.key, text }];
  });
  const place: LedgerProblem[] = isEmpty(values[PLACE])
    ? [{ severity: 'error', field: PLACE, text: '请选择所在地' }]
    : [];
  const errors = [...place, ...ofColumns];
  return errors.length > 0 ? errors : [...(definition.checks?.(values, around) ?? [])];
}

/** What is wrong with one value as it is kept; null: nothing. */
export function valueProblem(column: LedgerColumn, value: LedgerValue): string | null {
  if (isEmpty(value)) return column.required === true ? `请填写${column.name}` : null;
  const wrong = `${column.name}填写得不对，请重新填写`;
  switch (column.kind) {
    case 'line':
    case 'text':
      if (typeof value !== 'string') return wrong;
      if (value.length > column.limit) return `${column.name}最多 ${column.limit} 个字`;
      return column.kind === 'line' && /[\r\n\t]/u.test(value) ? `${column.name}里不能换行` : null;
    case 'whole':
    case 'decimal':
    case 'money':
      return typeof value === 'number' ? rangeProblem(column, value) : wrong;
    case 'day':
      return isDay(value) ? null : `${column.name}应写成 2026-11-23 这样`;
    case 'month':
      return typeof value === 'string' && isDay(`${value}-01`) ? null : `${column.name}应写成 2026-11 这样`;
    case 'choice':
      return column.choices.some((choice) => choice.value === value) ? null : wrong;
    case 'flag':
      return value === 0 || value === 1 ? null : wrong;
    case 'coordinates':
      return typeof value === 'string' && 'value' in readCoordinates(value) ? null : wrong;
    case 'term':
    case 'site':
      return typeof value === 'string' ? null : wrong;
  }
}

function isDay(value: LedgerValue): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const instant = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value);
}
