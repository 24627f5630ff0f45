import type { JSONContent } from '@tiptap/core';
import type { PaperBlock, PaperCell, PaperRun, PaperTable } from '#shared/rules/papers/model.ts';
import { normalizeBlocks } from './normalize.ts';

/** Blocks as the editor's document. It ends in a paragraph, so that there is always a place to write on. */
export function toDocument(blocks: readonly PaperBlock[]): JSONContent {
  const content = normalizeBlocks(blocks).map(toNode);
  const last = content.at(-1)?.type;
  const needsText = last !== 'paragraph' && last !== 'heading';
  return { type: 'doc', content: needsText ? [...content, emptyParagraph()] : content };
}

function emptyParagraph(): JSONContent {
  return { type: 'paragraph', attrs: { place: 'indented' } };
}

/** One normalised block as a node of the editor's document. */
export function toNode(block: PaperBlock): JSONContent {
  switch (block.kind) {
    case 'pageBreak':
      return { type: 'pageBreak' };
    case 'table':
      return tableNode(block);
    case 'heading':
      return { type: 'heading', attrs: { level: block.level }, content: block.runs.map(runNode) };
    case 'paragraph':
      return { type: 'paragraph', attrs: { place: block.place }, content: block.runs.map(runNode) };
  }
}

function runNode({ text, bold, field, resolution }: PaperRun): JSONContent {
  const marks = [
    ...(bold ? [{ type: 'bold' }] : []),
    ...(field !== undefined && text !== '' ? [{ type: 'field', attrs: { name: field } }] : []),
    ...(resolution !== undefined ? [{ type: 'resolution', attrs: { uid: resolution } }] : []),
  ];
  return text === ''
    ? { type: 'emptyField', attrs: { name: field ?? '' }, marks }
    : { type: 'text', text, marks };
}

function tableNode({ caption, columns, headRows, landscape, rows }: PaperTable): JSONContent {
  return {
    type: 'table',
    attrs: { caption, columns, headRows, landscape },
    content: rows.map((row) => ({ type: 'tableRow', content: row.map(cellNode) })),
  };
}

function cellNode({ text, bold, align, across, down, height, top }: PaperCell): JSONContent {
  return {
    type: 'tableCell',
    attrs: {
      colspan: across,
      rowspan: down,
      align,
      bold: bold === true,
      height: height ?? null,
      top: top === true,
    },
    content: text.split('\n').map((line) => ({
      type: 'cellLine',
      content: line === '' ? [] : [{ type: 'text', text: line }],
    })),
  };
}
