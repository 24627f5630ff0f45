import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Command, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  mergeCells,
  selectedRect,
  setCellAttr,
  splitCell,
} from '@tiptap/pm/tables';
import { bodyLimits } from '#shared/rules/papers/limits.ts';

export interface TableLook {
  caption: string;
  columns: readonly number[];
  headRows: number;
  landscape: boolean;
}

export const lookOf = (table: Node): TableLook => table.attrs as TableLook;

export type TableAction =
  | 'rowAbove'
  | 'rowBelow'
  | 'columnLeft'
  | 'columnRight'
  | 'deleteRow'
  | 'deleteColumn'
  | 'merge'
  | 'split'
  | 'head'
  | 'evenColumns'
  | 'landscape'
  | 'deleteTable';

/** Carries out what the clerk chose for the table that the selection is in. False: not possible here. */
export function changeTable(editor: Editor, action: TableAction): boolean {
  const { state, view } = editor;
  if (!isInTable(state)) return false;
  const isDone = commandOf(editor, action)(state, view.dispatch);
  view.focus();
  return isDone;
}

export function canChangeTable(editor: Editor, action: TableAction): boolean {
  return isInTable(editor.state) && commandOf(editor, action)(editor.state);
}

function commandOf(editor: Editor, action: TableAction): Command {
  const rect = selectedRect(editor.state);
  const { top, bottom, left, right, map } = rect;
  const { columns, headRows, landscape } = lookOf(rect.table);
  const change = (look: Partial<TableLook>, command?: Command) =>
    withLook(rect.tableStart - 1, look, command);
  const wider = (at: number) => ({ columns: columns.toSpliced(at, 0, meanOf(columns)) });
  switch (action) {
    case 'rowAbove':
      return map.height < bodyLimits.rows
        ? change(top < headRows ? { headRows: headRows + 1 } : {}, addRowBefore)
        : never;
    case 'rowBelow':
      return map.height < bodyLimits.rows
        ? change(bottom < headRows ? { headRows: headRows + 1 } : {}, addRowAfter)
        : never;
    case 'columnLeft':
      return map.width < bodyLimits.columns ? change(wider(left), addColumnBefore) : never;
    case 'columnRight':
      return map.width < bodyLimits.columns ? change(wider(right), addColumnAfter) : never;
    case 'deleteRow': {
      const taken = Math.max(0, Math.min(bottom, headRows) - top);
      return bottom - top < map.height ? change({ headRows: headRows - taken }, deleteRow) : deleteTable;
    }
    case 'deleteColumn':
      return right - left < map.width
        ? change({ columns: columns.toSpliced(left, right - left) }, deleteColumn)
        : deleteTable;
    case 'merge':
      return mergeCells;
    case 'split':
      return splitCell;
    case 'head':
      return bottom <= bodyLimits.headRows ? change({ headRows: headRows === bottom ? 0 : bottom }) : never;
    case 'evenColumns':
      return change({ columns: columns.map(() => 1) });
    case 'landscape':
      return change({ landscape: !landscape });
    case 'deleteTable':
      return deleteTable;
  }
}

const never: Command = () => false;

/** A command that changes the table's own attributes in the same step that undo takes back. */
function withLook(position: number, look: Partial<TableLook>, command?: Command): Command {
  return (state, dispatch) => {
    const finish = (transaction: Transaction) => {
      for (const [name, value] of Object.entries(look)) transaction.setNodeAttribute(position, name, value);
      dispatch?.(transaction);
    };
    if (command) return command(state, dispatch && finish);
    if (dispatch) finish(state.tr);
    return true;
  };
}

function meanOf(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.length === 0 ? 1 : Math.round((sum / shares.length) * 1_000) / 1_000;
}

/** A table of empty cells behind the caret's paragraph, or in its place if that is empty. */
export function insertTable(editor: Editor, rows: number, columns: number): boolean {
  const { table, tableRow, tableCell } = editor.schema.nodes;
  const { $from } = editor.state.selection;
  if (!table || !tableRow || !tableCell || $from.depth !== 1) return false;
  const cells = () =>
    Array.from({ length: columns }, () => tableCell.createAndFill()).filter((cell) => cell !== null);
  const content = Array.from({ length: rows }, () => tableRow.create(null, cells()));
  const node = table.create({ columns: Array.from({ length: columns }, () => 1), headRows: 1 }, content);
  const { tr } = editor.state;
  const isInPlace = $from.parent.content.size === 0;
  const position = isInPlace ? $from.before() : $from.after();
  if (isInPlace) tr.replaceWith(position, $from.after(), node);
  else tr.insert(position, node);
  tr.setSelection(TextSelection.near(tr.doc.resolve(position + 1))).scrollIntoView();
  editor.view.dispatch(tr);
  editor.view.focus();
  return true;
}

/** To the next cell; behind the last one a row is added. False: the selection is in no table. */
export function goToCell(editor: Editor, direction: 1 | -1): boolean {
  const { state, view } = editor;
  if (!isInTable(state)) return false;
  if (goToNextCell(direction)(state, view.dispatch) || direction === -1) return true;
  changeTable(editor, 'rowBelow');
  goToNextCell(1)(editor.state, view.dispatch);
  return true;
}

export type CellAlign = 'left' | 'center' | 'right';

/** The alignment or weight of the cell that the selection is in; null: in none. */
export function cellLook(editor: Editor): { align: CellAlign; bold: boolean } | null {
  if (!isInTable(editor.state)) return null;
  const { selection } = editor.state;
  const { $from } = selection;
  const cell = selection instanceof CellSelection ? selection.$anchorCell.nodeAfter : $from.node(3);
  return cell ? (cell.attrs as { align: CellAlign; bold: boolean }) : null;
}

export function setCellLook(editor: Editor, look: { align: CellAlign } | { bold: boolean }): boolean {
  const [name = '', value] = Object.entries(look)[0] ?? [];
  return setCellAttr(name, value)(editor.state, editor.view.dispatch);
}
