import type { JSONContent } from '@tiptap/core';
import type { PaperBlock, PaperCell, PaperRun, PaperTable } from '#shared/rules/papers/model.ts';
import { normalizeBlocks } from './normalize.ts';

/** The editor's document as blocks: the inverse of `toDocument`. */
export function toBlocks(document: JSONContent): PaperBlock[] {
  return normalizeBlocks((document.content ?? []).map(toBlock));
}

function toBlock(node: JSONContent): PaperBlock {
  const attributes = node.attrs ?? {};
  switch (node.type) {
    case 'pageBreak':
      return { kind: 'pageBreak' };
    case 'table':
      return toTable(node);
    case 'heading':
      return { kind: 'heading', level: attributes['level'], runs: toRuns(node) };
    default:
      return { kind: 'paragraph', place: attributes['place'], runs: toRuns(node) };
  }
}

function toRuns(node: JSONContent): PaperRun[] {
  return (node.content ?? []).map((child) => {
    const marks = child.marks ?? [];
    const attributesOf = (type: string) => marks.find((mark) => mark.type === type)?.attrs;
    const field = child.type === 'emptyField' ? child.attrs?.['name'] : attributesOf('field')?.['name'];
    const resolution = attributesOf('resolution')?.['uid'];
    return {
      text: child.text ?? '',
      ...(marks.some((mark) => mark.type === 'bold') ? { bold: true } : {}),
      ...(field ? { field } : {}),
      ...(resolution ? { resolution } : {}),
    };
  });
}

function toTable(node: JSONContent): PaperTable {
  const { caption, columns, headRows, landscape } = node.attrs ?? {};
  const rows = (node.content ?? []).map((row) => (row.content ?? []).map(toCell));
  return { kind: 'table', caption, columns, headRows, rows, landscape };
}

function toCell(node: JSONContent): PaperCell {
  const { colspan, rowspan, align, bold, height, top } = node.attrs ?? {};
  const lines = (node.content ?? []).map(
    (line) => line.content?.map(({ text }) => text ?? '').join('') ?? '',
  );
  return {
    text: lines.join('\n'),
    ...(bold ? { bold: true } : {}),
    align,
    across: colspan,
    down: rowspan,
    ...(typeof height === 'number' ? { height } : {}),
    ...(top === true ? { top } : {}),
  };
}
