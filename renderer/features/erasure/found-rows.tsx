import type { TableProps } from 'antd';
import type { FoundRow } from '#shared/contract/erasure.ts';
import { columnLabel, isShown, tableLabel, valueText } from '#shared/rules/history/labels.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import styles from './erasure-page.module.css';

export function keyOf({ table, rowId }: FoundRow): string {
  return `${table}/${rowId}`;
}

export const foundColumns: NonNullable<TableProps<FoundRow>['columns']> = [
  { title: '在哪里', width: 160, ellipsis: true, render: (_, { table }) => tableLabel(table) },
  { title: '是哪一条', width: 220, ellipsis: true, render: (_, row) => titleOf(row) },
  { title: '出现在', ellipsis: true, render: (_, row) => matchesOf(row) },
  {
    title: '附件',
    width: 70,
    align: 'right',
    render: (_, { files }) => (files.length === 0 ? '' : `${files.length} 个`),
  },
  {
    title: '状态',
    width: 110,
    render: (_, { isDeleted }) =>
      isDeleted ? <LightTag light="plain" word="已删除" /> : <LightTag light="green" word="现有" />,
  },
];

/** A column that has no name for the clerk is called by what it is. */
function labelOf(table: string, column: string): string {
  const label = columnLabel(table, column);
  return label === column ? '内容' : label;
}

const titleColumns = ['title', 'name', 'label', 'content'];

/** What the clerk knows the row by. */
function titleOf({ cells }: FoundRow): string {
  const named = titleColumns.map((column) => cells.find((cell) => cell.column === column));
  return (
    (named.find((cell) => cell !== undefined) ?? cells.find(({ column }) => isShown(column)))?.text ?? ''
  );
}

function matchesOf({ table, cells, isDeleted }: FoundRow): string {
  const matches = cells.filter(({ column, isMatch }) => isMatch && isShown(column));
  if (matches.length > 0)
    return matches.map(({ column, text }) => `${labelOf(table, column)}：${text}`).join('；');
  return isDeleted ? '删除前的改动记录' : '以前的改动记录';
}

/** All that the row holds, so that somebody of the same name is told apart. */
export function FoundCells({ row: { table, cells, files } }: { row: FoundRow }) {
  return (
    <table className={styles.cells}>
      <tbody>
        {cells
          .filter(({ column }) => isShown(column))
          .map(({ column, text, isMatch }) => (
            <tr key={column} {...(isMatch ? { 'data-match': '' } : {})}>
              <th scope="row">{labelOf(table, column)}</th>
              <td>{valueText(table, column, text)}</td>
            </tr>
          ))}
        {files.length > 0 && (
          <tr>
            <th scope="row">附件</th>
            <td>{files.map(({ name }) => name).join('、')}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
