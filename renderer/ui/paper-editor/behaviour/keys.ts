import type { Editor } from '@tiptap/core';
import { Extension } from '@tiptap/core';
import { goToCell, setCellLook, cellLook } from '../table/commands.ts';
import { endEmptyHeading, insertPageBreak, plainAtBeginning, setLevel, shiftLevel } from './blocks.ts';
import { isAtField, selectNextField } from './fields.ts';

/** The keys of the text; named for the clerk in the toolbar's tooltips. */
export const Keys = Extension.create({
  name: 'keys',
  // Before what the editor's basis does with the same keys.
  priority: 200,
  addKeyboardShortcuts() {
    const { editor } = this;
    const tab = (direction: 1 | -1) => () =>
      goToCell(editor, direction) ||
      (isAtField(editor.state) && selectNextField(editor, direction)) ||
      shiftLevel(editor, direction) ||
      selectNextField(editor, direction);
    return {
      'Mod-Alt-1': () => setLevel(editor, 1),
      'Mod-Alt-2': () => setLevel(editor, 2),
      'Mod-Alt-3': () => setLevel(editor, 3),
      'Mod-Alt-4': () => setLevel(editor, 4),
      'Mod-Alt-0': () => setLevel(editor, 0),
      'Mod-0': () => setLevel(editor, 0),
      'Mod-b': () => toggleBold(editor),
      'Mod-Enter': () => insertPageBreak(editor),
      Tab: tab(1),
      'Shift-Tab': tab(-1),
      Enter: () => endEmptyHeading(editor),
      Backspace: () => editor.commands.undoInputRule() || plainAtBeginning(editor),
    };
  },
});

/** Bold words in text; in a table whole cells, since a cell has one look. */
export function toggleBold(editor: Editor): boolean {
  const cell = cellLook(editor);
  return cell ? setCellLook(editor, { bold: !cell.bold }) : editor.commands.toggleMark('bold');
}
