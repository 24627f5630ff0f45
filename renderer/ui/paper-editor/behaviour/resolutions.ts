import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';

/** The decided item in which the selection begins. */
export function resolutionAt(state: EditorState): string | null {
  const { $from, empty } = state.selection;
  const node = empty ? ($from.nodeBefore ?? $from.nodeAfter) : $from.nodeAfter;
  const uid: unknown = node?.marks.find((mark) => mark.type.name === 'resolution')?.attrs['uid'];
  return typeof uid === 'string' ? uid : null;
}

/** What would be marked: the selection, or the sentence that the caret stands in. Null: nothing to mark. */
function rangeToMark({ doc, selection }: EditorState): { from: number; to: number; text: string } | null {
  let { from, to } = selection;
  const { $from } = selection;
  if (selection.empty) {
    if (!$from.parent.isTextblock || $from.parent.type.name === 'cellLine') return null;
    const sentence = sentenceAt(
      $from.parent.textBetween(0, $from.parent.content.size, '', '￼'),
      $from.parentOffset,
    );
    from = $from.start() + sentence.start;
    to = $from.start() + sentence.end;
  }
  const text = doc.textBetween(from, to, '\n').trim();
  return text === '' ? null : { from, to, text };
}

const SENTENCE_END = '。；！？';

function sentenceAt(text: string, offset: number): { start: number; end: number } {
  const isEnd = (index: number) => SENTENCE_END.includes(text.charAt(index));
  // Right behind the last sentence of a paragraph that one is meant: it was just typed.
  const at = offset === text.length && offset > 0 && isEnd(offset - 1) ? offset - 1 : offset;
  let start = at;
  while (start > 0 && !isEnd(start - 1)) start -= 1;
  let end = at;
  while (end < text.length && !isEnd(end)) end += 1;
  return { start, end: Math.min(end + 1, text.length) };
}

/** Marks the selection, or the sentence at the caret, as a decided item; `newUid` says which, or null: none. */
export function markResolution(editor: Editor, newUid: (text: string) => string | null): boolean {
  const range = rangeToMark(editor.state);
  const mark = editor.schema.marks['resolution'];
  const uid = range && newUid(range.text);
  if (!range || !uid || !mark) return false;
  editor.view.dispatch(editor.state.tr.addMark(range.from, range.to, mark.create({ uid })));
  editor.view.focus();
  return true;
}

/** Takes the mark of this decided item away everywhere; the text stays. */
export function unmarkResolution(editor: Editor, uid: string): boolean {
  const { doc, tr } = editor.state;
  doc.descendants((node, from) => {
    const mark = node.marks.find(({ type, attrs }) => type.name === 'resolution' && attrs['uid'] === uid);
    if (mark) tr.removeMark(from, from + node.nodeSize, mark);
  });
  if (!tr.docChanged) return false;
  editor.view.dispatch(tr);
  editor.view.focus();
  return true;
}

/** Brings the decided item into view with the caret before it. False: it is not in the text. */
export function revealResolution(editor: Editor, uid: string): boolean {
  const { doc, tr } = editor.state;
  let place: number | null = null;
  doc.descendants((node, position) => {
    const isIt = node.marks.some(({ type, attrs }) => type.name === 'resolution' && attrs['uid'] === uid);
    if (isIt) place ??= position;
    return place === null;
  });
  if (place === null) return false;
  editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place))).scrollIntoView());
  editor.view.focus();
  return true;
}
