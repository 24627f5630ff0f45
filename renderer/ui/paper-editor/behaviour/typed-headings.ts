import { Extension, InputRule } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { typedHeading } from '#shared/rules/papers/read-text.ts';

/** A number typed at a paragraph's beginning turns it into a heading of that level; Backspace takes that back. */
export const TypedHeadings = Extension.create({
  name: 'typedHeadings',
  addInputRules: () => [
    new InputRule({
      find: (text) => {
        const heading = typedHeading(text);
        return heading === null ? null : { index: 0, text: text.slice(0, heading.length), data: heading };
      },
      handler: ({ state, range, match }) => {
        const { $from } = state.selection;
        const heading = state.schema.nodes['heading'];
        const level: unknown = match.data?.['level'];
        // Only as the number's last character is typed: later the clerk has taken it back on purpose.
        const isWhole = match[0].length === $from.parentOffset;
        if (!heading || !isWhole || $from.parent.type.name !== 'paragraph') return null;
        const { tr } = state;
        tr.delete(range.from, range.to).setBlockType(range.from, range.from, heading, { level });
        return undefined;
      },
    }),
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        /** The space that many type behind 1. is none of the heading's text. */
        handleTextInput(view, _from, _to, text) {
          const { $from, empty } = view.state.selection;
          const isBeginning = empty && $from.parent.type.name === 'heading' && $from.parentOffset === 0;
          return isBeginning && text.trim() === '';
        },
      },
    }),
  ],
});
