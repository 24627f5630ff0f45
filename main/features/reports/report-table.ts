import type { ReportDefinition } from '#shared/contract/reports.ts';
import { placesOfKind } from '#shared/rules/reports/measure.ts';
import type { Span } from '#shared/rules/reports/span.ts';
import {
  NO_NUMBER,
  REST,
  type ReportCell,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
} from '#shared/rules/reports/table.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import {
  type CountedTime,
  type CountScope,
  countedOnce,
  countTimes,
  measuresIn,
  type SourcedMeasure,
  tellsAnything,
  tellsRows,
  type Times,
  type Told,
  toldValue,
} from './count.ts';
import { rowsOfKind } from './report-rows.ts';

const REST_NAME = '其他(未注明)';

interface CountedColumn {
  sourced: SourcedMeasure;
  times: Times;
  today: string;
  /** Whether it can be told row by row. */
  hasRows: boolean;
}

/** What a report shows of a time, each number with what it was before. */
export function reportTable(
  scope: CountScope,
  sources: readonly MeasureSource[],
  definition: Omit<ReportDefinition, 'uid'>,
  span: Span,
): ReportTable {
  const { rowKind, hidesEmpty, name } = definition;
  const known = measuresIn(scope.db, sources);
  const named = rowsOfKind(scope.db, rowKind, span);
  const keys = named.map(({ key }) => key);
  const timesOf = countedOnce((source) => countTimes(source, scope, span, rowKind));
  const columns = definition.columns.map(({ measure }): CountedColumn | null => {
    const sourced = known.get(measure);
    if (sourced === undefined) return null;
    return {
      sourced,
      times: timesOf(sourced.source),
      today: scope.today,
      hasRows: tellsRows(sourced.source, rowKind),
    };
  });
  const rows = named.map(
    (row): ReportRow => ({ ...row, cells: columns.map((each) => cellOf(each, row.key)) }),
  );
  const isCounted = (key: string) => columns.some((column) => column !== null && hasAny(column, key));
  const listed = new Set(keys);
  const rest: ReportRow = {
    key: REST,
    name: REST_NAME,
    cells: columns.map((each) => restCell(each, listed)),
  };
  return {
    title: name,
    ...span,
    rowKind,
    columns: reportColumns(known, definition),
    rows: [
      ...(hidesEmpty ? rows.filter(({ key }) => isCounted(key)) : rows),
      ...(columns.some((column) => column !== null && hasRest(column, listed)) ? [rest] : []),
    ],
    total: columns.map(totalCell),
  };
}

/** @param known what can be counted, by key */
export function reportColumns(
  known: ReadonlyMap<string, SourcedMeasure>,
  { columns }: Pick<ReportDefinition, 'columns'>,
): ReportColumn[] {
  return columns.map(({ measure, heading }) => {
    const found = known.get(measure)?.measure;
    return {
      measure,
      heading: heading === '' ? (found?.name ?? '已没有的统计项') : heading,
      unit: found?.unit ?? '',
      places: found === undefined ? 0 : placesOfKind[found.kind],
      ...(found?.kind === 'share' ? { isShare: true } : {}),
    };
  });
}

function cellOf(column: CountedColumn | null, row: string): ReportCell {
  if (column === null || !column.hasRows) return NO_NUMBER;
  return cellWith(column, (time) => time.ofRow(row));
}

function restCell(column: CountedColumn | null, rows: ReadonlySet<string>): ReportCell {
  if (column === null || !column.hasRows) return NO_NUMBER;
  return cellWith(column, (time) => time.ofRest(rows));
}

function totalCell(column: CountedColumn | null): ReportCell {
  return column === null ? NO_NUMBER : cellWith(column, ({ total }) => total);
}

/** A time in which the feature has recorded nothing at all is not compared with: its 0 would be none. */
function cellWith(
  { sourced, times, today }: CountedColumn,
  pick: (time: CountedTime) => Told | null,
): ReportCell {
  const value = (told: Told | null) => toldValue(sourced.measure, told, today);
  const then = (told: Told | null) => (told?.isRecorded === true ? value(told) : null);
  return {
    value: value(pick(times.now)),
    lastYear: then(pick(times.lastYear)),
    before: then(pick(times.before)),
  };
}

function hasAny({ sourced, times, today, hasRows }: CountedColumn, row: string): boolean {
  return hasRows && tellsAnything(sourced.measure, times.now.ofRow(row), today);
}

function hasRest({ sourced, times, today, hasRows }: CountedColumn, rows: ReadonlySet<string>): boolean {
  return hasRows && tellsAnything(sourced.measure, times.now.ofRest(rows), today);
}
