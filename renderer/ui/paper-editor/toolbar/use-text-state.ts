import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { isInTable } from '@tiptap/pm/tables';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { levelAt, placeAt } from '../behaviour/blocks.ts';
import { countEmptyFields } from '../behaviour/fields.ts';
import { resolutionAt } from '../behaviour/resolutions.ts';
import { cellLook } from '../table/commands.ts';

/** What the toolbar shows of the text and of the place where the caret is. */
export function useTextState(editor: Editor) {
  return useEditorState({
    editor,
    selector: ({ editor: { state } }) => ({
      level: levelAt(editor),
      place: placeAt(editor),
      cell: cellLook(editor),
      isBold: cellLook(editor)?.bold ?? editor.isActive('bold'),
      isInTable: isInTable(state),
      resolution: resolutionAt(state),
      emptyFields: countEmptyFields(state.doc),
      canUndo: undoDepth(state) > 0,
      canRedo: redoDepth(state) > 0,
    }),
  });
}
export type TextState = ReturnType<typeof useTextState>;
