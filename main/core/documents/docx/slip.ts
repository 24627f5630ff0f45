import type { FileChild } from 'docx';
import type { Paper } from '#shared/rules/papers/model.ts';
import { millimetres, MINIMUM_LINE } from './measures.ts';
import { paragraph, ruleBelow, space } from './paragraphs.ts';
import { text } from './runs.ts';
import { styleIds } from './styles.ts';
import { bareTable } from './table.ts';

type Slip = NonNullable<Paper['slip']>;

const ROW_HEIGHT = millimetres(9);

/** 回执 below a cutting line, kept in one piece. A file must not end with a table. */
export function slipBlocks({ title, rows }: Slip): FileChild[] {
  const table = bareTable(
    {
      kind: 'table',
      caption: '',
      columns: [2, 5],
      headRows: 0,
      landscape: false,
      rows: rows.map(({ label, value }) => [
        { text: label, align: 'center', across: 1, down: 1 },
        { text: value, align: 'left', across: 1, down: 1 },
      ]),
    },
    { rowHeight: ROW_HEIGHT, size: 14, lineHeight: 19, keepTogether: true },
  );
  return [
    ruleBelow(millimetres(6), { color: '000000', eighths: 7, style: 'dashed', keepNext: true }),
    paragraph(text(title), {
      style: styleIds.title,
      before: millimetres(6),
      after: millimetres(3),
      keepNext: true,
    }),
    table,
    space(MINIMUM_LINE),
  ];
}
