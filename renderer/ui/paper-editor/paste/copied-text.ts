import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import type { HeadingLevel } from '#shared/rules/papers/numbering.ts';
import { headingCounter } from '#shared/rules/papers/numbering.ts';

/** The selection as plain text: headings with their numbers, cells parted by tabs. */
export function copiedText({ doc, selection }: EditorState): string {
  const { from, to } = selection;
  if (selection instanceof CellSelection) return rowsText(selection.content().content.content);
  const next = headingCounter();
  const lines: string[] = [];
  doc.forEach((node, start) => {
    const number = node.type.name === 'heading' ? next(node.attrs['level'] as HeadingLevel) : '';
    const end = start + node.nodeSize;
    if (end <= from || start >= to) return;
    if (node.type.name === 'table' && from <= start && end <= to) lines.push(rowsText(node.content.content));
    else {
      const text = doc.textBetween(Math.max(from, start), Math.min(to, end), '\n');
      lines.push(from <= start + 1 ? `${number}${text}` : text);
    }
  });
  return lines.join('\n');
}

function rowsText(rows: readonly Node[]): string {
  const table = rows[0]?.type.name === 'table' ? rows[0].content.content : rows;
  return table.map((row) => row.content.content.map(cellText).join('\t')).join('\n');
}

function cellText(cell: Node): string {
  return cell.textBetween(0, cell.content.size, ' ');
}
