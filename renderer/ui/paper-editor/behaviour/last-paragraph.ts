import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** There is always a paragraph to write on behind a table or a page break. */
export const LastParagraph = Extension.create({
  name: 'lastParagraph',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(_transactions, _before, { doc, tr, schema }) {
        const paragraph = schema.nodes['paragraph'];
        if (!paragraph || doc.lastChild?.isTextblock) return null;
        return tr.insert(doc.content.size, paragraph.create());
      },
    }),
  ],
});
