import { Mark } from '@tiptap/core';

const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [{ tag: 'strong' }],
  renderHTML: () => ['strong', 0],
});

/** Text that fills a place of the template. */
const Field = Mark.create({
  name: 'field',
  inclusive: true,
  keepOnSplit: false,
  addAttributes: () => ({
    name: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['field'] ?? '',
      renderHTML: ({ name }) => ({ 'data-field': name, title: name }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-field]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

/** (Part of) a decided item. What is typed behind it does not belong to it. */
const Resolution = Mark.create({
  name: 'resolution',
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({
    uid: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['resolution'] ?? '',
      renderHTML: ({ uid }) => ({ 'data-resolution': uid }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-resolution]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

export const marks = [Bold, Field, Resolution];
