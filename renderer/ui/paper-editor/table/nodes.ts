import type { Attribute } from '@tiptap/core';
import { Node } from '@tiptap/core';

/** An attribute that stands in the HTML as JSON, so that copied tables come back whole. */
function kept(name: string, start: unknown): Attribute {
  const attribute = `data-${name.toLowerCase()}`;
  return {
    default: start,
    parseHTML: (element: HTMLElement) => {
      const text = element.getAttribute(attribute);
      return text === null ? start : JSON.parse(text);
    },
    renderHTML: (values) => ({ [attribute]: JSON.stringify(values[name]) }),
  };
}

function span(name: 'colspan' | 'rowspan'): Attribute {
  return {
    default: 1,
    parseHTML: (element: HTMLElement) => Number(element.getAttribute(name) ?? 1),
    renderHTML: (values) => (values[name] === 1 ? {} : { [name]: values[name] }),
  };
}

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: (extension) => (extension.name === 'table' ? { tableRole: 'table' } : {}),
  addAttributes: () => ({
    caption: kept('caption', ''),
    /** Widths as shares of the whole, one for each column. */
    columns: kept('columns', []),
    headRows: kept('headRows', 0),
    landscape: kept('landscape', false),
  }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
});

const TableRow = Node.create({
  name: 'tableRow',
  content: 'tableCell*',
  extendNodeSchema: (extension) => (extension.name === 'tableRow' ? { tableRole: 'row' } : {}),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const TableCell = Node.create({
  name: 'tableCell',
  content: 'cellLine+',
  isolating: true,
  extendNodeSchema: (extension) => (extension.name === 'tableCell' ? { tableRole: 'cell' } : {}),
  addAttributes: () => ({
    colspan: span('colspan'),
    rowspan: span('rowspan'),
    // Read by the table commands; widths are the table's own (`columns`).
    colwidth: { default: null, rendered: false },
    align: {
      default: 'left',
      parseHTML: (element: HTMLElement) => element.dataset['align'] ?? 'left',
      renderHTML: ({ align }) => ({ 'data-align': align }),
    },
    bold: {
      default: false,
      parseHTML: (element: HTMLElement) => 'bold' in element.dataset,
      renderHTML: ({ bold }) => (bold ? { 'data-bold': '' } : {}),
    },
    height: kept('height', null),
    top: kept('top', false),
  }),
  parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
});

/** Cells hold lines of plain text: what stands in a cell has one look. */
const CellLine = Node.create({
  name: 'cellLine',
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'div[data-line]' }],
  renderHTML: () => ['div', { 'data-line': '' }, 0],
});

export const tableNodes = [Table, TableRow, TableCell, CellLine];
