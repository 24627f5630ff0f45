import { type LineColumn, LinesTable, textColumn } from './lines-table.tsx';
import type { TermLine } from './term-lines.ts';

interface TermListProps {
  lines: readonly TermLine[];
  /** The button's words: 新增行业. */
  add: string;
  onChange: (lines: TermLine[]) => void;
}

const columns: readonly LineColumn<TermLine>[] = [
  textColumn('name', { title: '名称', maxLength: 20 }),
  textColumn('aliases', { title: '别称', label: ({ name }) => `${name}的别称` }),
];

/** Terms in their order, with what else they are called. */
export function TermList({ lines, add, onChange }: TermListProps) {
  return (
    <LinesTable
      lines={lines}
      columns={columns}
      remove={({ name }) => `删除${name}`}
      stays={({ stays }) => stays}
      add={add}
      newLine={emptyLine}
      onChange={onChange}
    />
  );
}

function emptyLine(): TermLine {
  return { key: crypto.randomUUID(), uid: null, name: '', aliases: '', stays: false };
}
