import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { HeadingLevel } from '#shared/rules/papers/numbering.ts';

export type ParagraphPlace = 'indented' | 'flush' | 'center' | 'right';

/** The heading level at the selection; 0: body text; null: something else. */
export function levelAt(editor: Editor): HeadingLevel | 0 | null {
  const { parent } = editor.state.selection.$from;
  if (parent.type.name === 'heading') return parent.attrs['level'] as HeadingLevel;
  return parent.type.name === 'paragraph' ? 0 : null;
}

/** Makes the selected blocks headings of this level, or body text (0). */
export function setLevel(editor: Editor, level: HeadingLevel | 0): boolean {
  if (levelAt(editor) === null) return false;
  return level === 0
    ? editor.commands.setNode('paragraph', { place: 'indented' })
    : editor.commands.setNode('heading', { level });
}

/** Each selected heading one level deeper or higher; at the ends nothing changes. False: the caret is in no heading. */
export function shiftLevel(editor: Editor, by: 1 | -1): boolean {
  if (!levelAt(editor)) return false;
  const { doc, selection, tr } = editor.state;
  doc.nodesBetween(selection.from, selection.to, (node, position) => {
    if (node.type.name !== 'heading') return;
    const level = Math.min(4, Math.max(1, Number(node.attrs['level']) + by));
    tr.setNodeAttribute(position, 'level', level);
  });
  editor.view.dispatch(tr);
  return true;
}

export function placeAt(editor: Editor): ParagraphPlace | null {
  const { parent } = editor.state.selection.$from;
  return parent.type.name === 'paragraph' ? (parent.attrs['place'] as ParagraphPlace) : null;
}

export function setPlace(editor: Editor, place: ParagraphPlace): boolean {
  return levelAt(editor) !== null && editor.commands.setNode('paragraph', { place });
}

/** Ends the page at the caret and goes on behind it. */
export function insertPageBreak(editor: Editor): boolean {
  const { pageBreak, paragraph } = editor.schema.nodes;
  if (!pageBreak || !paragraph || levelAt(editor) === null) return false;
  const { tr, selection } = editor.state;
  tr.delete(selection.from, selection.to);
  const { $from } = tr.selection;
  if ($from.parentOffset === $from.parent.content.size) {
    tr.insert($from.after(), [pageBreak.create(), paragraph.create()]);
    tr.setSelection(TextSelection.create(tr.doc, $from.after() + 2));
  } else {
    const at = $from.parentOffset === 0 ? $from.before() : $from.pos + 1;
    if ($from.parentOffset > 0) tr.split($from.pos);
    tr.insert(at, pageBreak.create());
    tr.setSelection(TextSelection.create(tr.doc, at + 2));
  }
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}

/** A heading without text is none: Enter there ends the list of headings. */
export function endEmptyHeading(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  const isEmptyHeading = empty && $from.parent.type.name === 'heading' && $from.parent.content.size === 0;
  return isEmptyHeading && setLevel(editor, 0);
}

/** Backspace at the beginning of a heading makes it body text, and of a placed paragraph an indented one. */
export function plainAtBeginning(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parentOffset !== 0) return false;
  const isPlain = placeAt(editor) === 'indented' || placeAt(editor) === 'flush';
  return !isPlain && setLevel(editor, 0);
}
