import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { TableMap, tableEditing } from '@tiptap/pm/tables';
import { lookOf } from './commands.ts';
import { TableView } from './view.ts';

/** Cell selection, pasting of blocks of cells, and tables that stay whole whatever is deleted in them. */
export const TableEditing = Extension.create({
  name: 'tableEditing',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          nodeViews: { table: (node, view, position) => new TableView(node, view, position) },
        },
        /** Pasting can make a table wider or lower; each column keeps a width of its own. */
        appendTransaction(transactions, _before, after) {
          if (!transactions.some(({ docChanged }) => docChanged)) return null;
          const { tr } = after;
          after.doc.forEach((node, position) => {
            if (node.type.name !== 'table') return;
            const { columns, headRows } = lookOf(node);
            const { width, height } = TableMap.get(node);
            if (headRows > height) tr.setNodeAttribute(position, 'headRows', height);
            if (columns.length === width) return;
            const fitted = Array.from({ length: width }, (_, index) => columns[index] ?? 1);
            tr.setNodeAttribute(position, 'columns', fitted);
          });
          return tr.docChanged ? tr : null;
        },
      }),
      tableEditing(),
    ];
  },
});
