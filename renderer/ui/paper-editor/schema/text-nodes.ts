import { mergeAttributes, Node } from '@tiptap/core';

const Document = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });

const Paragraph = Node.create({
  name: 'paragraph',
  // Before all other blocks: what Enter makes after any of them.
  priority: 1_000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({
    place: {
      default: 'indented',
      parseHTML: (element: HTMLElement) => element.dataset['place'] ?? 'indented',
      renderHTML: ({ place }) => ({ 'data-place': place }),
    },
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

const levels = [1, 2, 3, 4];

/** Its number is no part of the text: see `heading-numbers.ts`. */
const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({
    level: { default: 1, rendered: false },
    /** Only while it lies on the clipboard. */
    copiedNumber: { default: '', rendered: false },
  }),
  parseHTML: () => [
    ...levels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
    { tag: 'span[data-copied-number]', ignore: true },
  ],
  renderHTML({ node, HTMLAttributes }) {
    const tag = `h${node.attrs['level']}`;
    const number: unknown = node.attrs['copiedNumber'];
    if (typeof number !== 'string' || number === '') return [tag, HTMLAttributes, 0];
    return [tag, HTMLAttributes, ['span', { 'data-copied-number': '' }, number], ['span', 0]];
  },
});

const PageBreak = Node.create({
  name: 'pageBreak',
  group: 'block',
  atom: true,
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr', { 'aria-label': '分页' }],
});

/** A place that a template leaves open, still empty; typing turns it into text with the mark `field`. */
const EmptyField = Node.create({
  name: 'emptyField',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    name: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['emptyField'] ?? '',
      renderHTML: ({ name }) => ({ 'data-empty-field': name }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-empty-field]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { title: '直接输入即可填写，按 Tab 到下一处' }),
    node.attrs['name'],
  ],
});

export const textNodes = [Document, Text, Paragraph, Heading, PageBreak, EmptyField];
