import { useCallback, useMemo } from 'react';
import { lookUpLayout, type SheetLayout } from '#shared/rules/foreign-forms/layout.ts';
import { SheetGrid } from '#renderer/ui/sheet-grid/sheet-grid.tsx';
import type { SheetCellView, SheetGridSelection, SheetTone } from '#renderer/ui/sheet-grid/types.ts';
import { columnsOf, type FormColumn, type FormRow, type MarkedText, rowsOf } from './form-rows.ts';

/** What is said at a cell beside what stands in it. */
export interface CellMark {
  text?: string;
  tone: SheetTone;
  tooltip?: string;
}

interface FormSheetProps {
  sheet: SheetLayout;
  /** Keep its identity while nothing changed. */
  marks: (row: number, column: number) => CellMark | null;
  /** Texts of marks that columns have to have room for; keep its identity as well. */
  marked?: readonly MarkedText[];
  onSelect?: (selection: SheetGridSelection) => void;
}

const nothing: readonly MarkedText[] = [];
const leadColumns = [{ key: 'row', title: '', width: 48, align: 'center' as const }];

/** A sheet of a foreign form, to be looked at and pointed at. */
export function FormSheet({ sheet, marks, marked = nothing, onSelect }: FormSheetProps) {
  const rows = useMemo(() => rowsOf(sheet), [sheet]);
  const columns = useMemo(() => columnsOf(sheet, marked), [sheet, marked]);
  const look = useMemo(() => lookUpLayout(sheet), [sheet]);
  const cell = useCallback(
    ({ row }: FormRow, { column }: FormColumn): SheetCellView => {
      const found = look.cellAt(row, column);
      const mark = marks(row, column);
      if (mark !== null) {
        const { text = found?.text ?? '', tone, tooltip } = mark;
        return { text, tone, ...(tooltip === undefined ? {} : { tooltip }) };
      }
      if (found === undefined) {
        const isCovered = look.mergeAt(row, column) !== undefined;
        return { text: '', tone: isCovered ? 'readonly' : 'normal' };
      }
      if (found.formula === undefined) return { text: found.text };
      return {
        text: found.text,
        tone: 'muted',
        tooltip: found.formula === '' ? '公式' : `=${found.formula}`,
      };
    },
    [look, marks],
  );

  return (
    <SheetGrid<FormRow, FormColumn>
      label={`工作表 ${sheet.name}`}
      rows={rows}
      columns={columns}
      leadColumns={leadColumns}
      readOnly
      cell={cell}
      leadCell={({ key }) => ({ text: key })}
      {...(onSelect === undefined ? {} : { onSelect })}
    />
  );
}
