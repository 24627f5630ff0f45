import type { Node } from '@tiptap/pm/model';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';

const uidOf = (node: Node): string | null => {
  const mark = node.marks.find(({ type }) => type.name === 'resolution');
  return typeof mark?.attrs['uid'] === 'string' ? mark.attrs['uid'] : null;
};

/** The decided items that have words here. */
export function resolutionsIn(content: Node | Fragment): Set<string> {
  const uids = new Set<string>();
  content.descendants((node) => {
    const uid = uidOf(node);
    if (uid !== null) uids.add(uid);
  });
  return uids;
}

/**
 * A decided item moves with its words when they are cut and pasted; copied words, and words of another paper, are
 * no decided item of this one.
 */
export function withoutForeignMarks(slice: Slice, { doc }: EditorState, cut: ReadonlySet<string>): Slice {
  const present = resolutionsIn(doc);
  const strip = (node: Node): Node => {
    if (!node.isInline) return node.copy(Fragment.from(node.content.content.map(strip)));
    const uid = uidOf(node);
    if (uid === null || (cut.has(uid) && !present.has(uid))) return node;
    return node.mark(node.marks.filter(({ type }) => type.name !== 'resolution'));
  };
  return new Slice(Fragment.from(slice.content.content.map(strip)), slice.openStart, slice.openEnd);
}
