import type { Editor } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { toDocument } from './document/to-document.ts';

/** Another text takes the editor's place; what was typed in the one before cannot be undone into it. */
export function replaceText(editor: Editor, blocks: readonly PaperBlock[]): void {
  const doc = editor.schema.nodeFromJSON(toDocument(blocks));
  if (doc.eq(editor.state.doc)) return;
  editor.view.updateState(EditorState.create({ doc, plugins: editor.state.plugins }));
  // Tells the toolbar, which listens to transactions.
  editor.view.dispatch(editor.state.tr);
}
