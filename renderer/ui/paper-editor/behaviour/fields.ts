import type { Editor } from '@tiptap/core';
import type { Mark, Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

/** The open place that is selected, if one is. */
export function selectedField(state: EditorState): Node | null {
  const { selection } = state;
  const node = selection instanceof NodeSelection ? selection.node : null;
  return node?.type.name === 'emptyField' ? node : null;
}

/** The marks of the text that fills this open place. */
function marksOfField(field: Node): readonly Mark[] {
  const mark = field.type.schema.marks['field']?.create({ name: field.attrs['name'] });
  return mark ? mark.addToSet(field.marks) : field.marks;
}

/** Puts text in the place that is selected; what is typed next goes on there. */
export function fillField(state: EditorState, text: string): Transaction | null {
  const field = selectedField(state);
  if (field === null) return null;
  const marks = marksOfField(field);
  const { from, to } = state.selection;
  const { tr } = state;
  if (text === '') tr.delete(from, to);
  else tr.replaceWith(from, to, state.schema.text(text, marks));
  tr.setSelection(TextSelection.create(tr.doc, from + text.length));
  return tr.setStoredMarks(marks).scrollIntoView();
}

function emptyFieldPositions(document: Node): number[] {
  const positions: number[] = [];
  document.descendants((node, position) => {
    if (node.type.name === 'emptyField') positions.push(position);
  });
  return positions;
}

export function countEmptyFields(document: Node): number {
  return emptyFieldPositions(document).length;
}

/** Selects the next open place, from the end on again from the beginning. False: there is none. */
export function selectNextField(editor: Editor, direction: 1 | -1 = 1): boolean {
  const { state, view } = editor;
  const positions = emptyFieldPositions(state.doc);
  const { from, to } = state.selection;
  const next =
    direction === 1
      ? (positions.find((position) => position >= to) ?? positions[0])
      : (positions.findLast((position) => position < from) ?? positions.at(-1));
  if (next === undefined) return false;
  view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, next)).scrollIntoView());
  view.focus();
  return true;
}

/** Whether the selection is an open place or stands in the text of a filled one. */
export function isAtField(state: EditorState): boolean {
  const { $from } = state.selection;
  const marks = state.storedMarks ?? $from.marks();
  return selectedField(state) !== null || marks.some((mark) => mark.type.name === 'field');
}
