import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { HeadingLevel } from '#shared/rules/papers/numbering.ts';
import { headingCounter } from '#shared/rules/papers/numbering.ts';

/** Numbers of headings by position, shown but no part of the text. */
function headingDecorations(document: Node): Decoration[] {
  const next = headingCounter();
  const decorations: Decoration[] = [];
  document.forEach((node, offset) => {
    if (node.type.name !== 'heading') return;
    const number = next(node.attrs['level'] as HeadingLevel);
    decorations.push(Decoration.node(offset, offset + node.nodeSize, { 'data-number': number }));
    const end = node.content.size + offset + 1;
    const start = runOnStart(node);
    if (start < node.content.size) {
      decorations.push(Decoration.inline(offset + 1 + start, end, { 'data-run-on': '' }));
    }
  });
  return decorations;
}

/** Where body text runs on behind the first full stop of a heading of level 1 or 2; the end: nowhere. */
function runOnStart(heading: Node): number {
  if (heading.attrs['level'] > 2) return heading.content.size;
  const stop = heading.textBetween(0, heading.content.size, '', '\ufffc').indexOf('。');
  return stop === -1 ? heading.content.size : stop + 1;
}

/** Decided items are numbered in the order in which they begin; the number stands before the first words. */
function resolutionDecorations(document: Node): Decoration[] {
  const seen = new Set<string>();
  const decorations: Decoration[] = [];
  document.descendants((node, position) => {
    const uid: unknown = node.marks.find((mark) => mark.type.name === 'resolution')?.attrs['uid'];
    if (typeof uid !== 'string' || seen.has(uid)) return;
    seen.add(uid);
    const attributes = { 'data-resolution-number': `议定${seen.size}` };
    decorations.push(Decoration.inline(position, position + node.nodeSize, attributes));
  });
  return decorations;
}

function decorate(document: Node): DecorationSet {
  return DecorationSet.create(document, [
    ...headingDecorations(document),
    ...resolutionDecorations(document),
  ]);
}

/** What is seen in the text but follows from it. */
export const DerivedLook = Extension.create({
  name: 'derivedLook',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_, state) => decorate(state.doc),
        apply: (transaction, decorations) =>
          transaction.docChanged ? decorate(transaction.doc) : decorations,
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});
