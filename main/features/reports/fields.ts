import type { ReportDefinition } from '#shared/contract/reports.ts';
import type { FieldValue } from '#shared/rules/foreign-forms/fields.ts';
import { type ReportCell, rowKindNames, type ReportRow } from '#shared/rules/reports/table.ts';
import { type Comparison, comparisonNames, comparisons } from '#shared/rules/reports/words.ts';
import {
  column,
  type FieldColumn,
  type FieldScope,
  type FieldSource,
  fieldSource,
} from '#main/core/fields/field-source.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { measuresIn } from './count.ts';
import { allReports } from './definitions.ts';
import { reportColumns, reportTable } from './report-table.ts';

/** Reports for forms of other offices: of each its rows, and its total by itself. */
export function reportFields(db: ReadStore, sources: readonly MeasureSource[]): FieldSource[] {
  return allReports(db).flatMap((definition) => {
    const { uid, name, rowKind } = definition;
    const table = ({ from, to, ...scope }: FieldScope) =>
      reportTable(scope, sources, definition, { from, to });
    const numbers = <Row>(cellsOf: (row: Row) => readonly ReportCell[]) =>
      numberColumns(db, sources, definition, cellsOf);
    return [
      fieldSource<ReportRow>({
        key: `report:${uid}`,
        name: `${name}(每行一行)`,
        columns: [
          column('number', '序号', 'number', (_row, place) => place + 1),
          column('name', rowKindNames[rowKind], 'text', (row) => row.name),
          ...numbers<ReportRow>(({ cells }) => cells),
        ],
        rows: (scope) => table(scope).rows,
      }),
      fieldSource<ReportCell[]>({
        key: `reportTotal:${uid}`,
        name: `${name}(合计)`,
        kind: 'single',
        columns: numbers<ReportCell[]>((cells) => cells),
        rows: (scope) => [table(scope).total],
      }),
    ];
  });
}

/** Of each column the number, and what it was then with the change as a share of 1. */
function numberColumns<Row>(
  db: ReadStore,
  sources: readonly MeasureSource[],
  definition: ReportDefinition,
  cellsOf: (row: Row) => readonly ReportCell[],
): FieldColumn<Row>[] {
  const columns = reportColumns(measuresIn(db, sources), definition);
  return columns.flatMap(({ measure, heading }, place) => {
    const number = (key: string, name: string, value: (cell: ReportCell) => FieldValue) =>
      column<Row>(key, name, 'number', (row) => {
        const cell = cellsOf(row)[place];
        return cell === undefined ? null : value(cell);
      });
    return [
      number(measure, heading, ({ value }) => value),
      ...comparisons.flatMap((comparison) => [
        number(
          `${measure}#${comparison}`,
          `${heading}${comparisonNames[comparison].past}`,
          (cell) => cell[comparison],
        ),
        number(`${measure}#${comparison}Change`, `${heading}${comparisonNames[comparison].change}`, (cell) =>
          changeOf(cell, comparison),
        ),
      ]),
    ];
  });
}

function changeOf({ value, ...then }: ReportCell, comparison: Comparison): number | null {
  const before = then[comparison];
  return value === null || before === null || before === 0 ? null : (value - before) / before;
}
