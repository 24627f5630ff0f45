import type { Node } from '@tiptap/pm/model';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import type { HeadingLevel } from '#shared/rules/papers/numbering.ts';
import { headingCounter } from '#shared/rules/papers/numbering.ts';

/** Copied headings carry their numbers, since other programs know nothing of their positions. */
export function withNumbers(slice: Slice, { doc, selection }: EditorState): Slice {
  const next = headingCounter();
  const numbers: string[] = [];
  doc.forEach((node, start) => {
    if (node.type.name !== 'heading') return;
    const number = next(node.attrs['level'] as HeadingLevel);
    const isTouched = start + node.nodeSize > selection.from && start < selection.to;
    // Words from the middle of a heading are no heading elsewhere.
    if (isTouched) numbers.push(selection.from <= start + 1 ? number : '');
  });
  return mapHeadings(slice, (heading) => numbered(heading, numbers.shift() ?? ''));
}

/** Pasted or dropped here, headings are numbered by position again. */
export function withoutNumbers(slice: Slice): Slice {
  return mapHeadings(slice, (heading) => numbered(heading, ''));
}

function numbered(heading: Node, copiedNumber: string): Node {
  return heading.type.create({ ...heading.attrs, copiedNumber }, heading.content, heading.marks);
}

function mapHeadings({ content, openStart, openEnd }: Slice, change: (heading: Node) => Node): Slice {
  const nodes = content.content.map((node) => (node.type.name === 'heading' ? change(node) : node));
  return new Slice(Fragment.from(nodes), openStart, openEnd);
}
