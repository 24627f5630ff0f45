import type { Editor } from '@tiptap/core';
import { selectNextField } from './behaviour/fields.ts';
import { markResolution, revealResolution, unmarkResolution } from './behaviour/resolutions.ts';
import type { BodyEditorHandle, ResolutionMarks } from './types.ts';

export function handleOf(
  editor: Editor,
  flush: () => void,
  marks: ResolutionMarks | undefined,
): BodyEditorHandle {
  return {
    focus: () => editor.view.focus(),
    flush,
    nextEmptyField: () => selectNextField(editor),
    markResolution: () => marks !== undefined && markResolution(editor, marks.newUid),
    unmarkResolution: (uid) => unmarkResolution(editor, uid),
    revealResolution: (uid) => revealResolution(editor, uid),
  };
}
