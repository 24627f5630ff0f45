import { getSchema } from '@tiptap/core';
import type { Arbitrary } from 'fast-check';
import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  property,
  record,
  string,
  tuple,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeBlocks } from '#renderer/ui/paper-editor/document/normalize.ts';
import { toBlocks } from '#renderer/ui/paper-editor/document/to-blocks.ts';
import { toDocument } from '#renderer/ui/paper-editor/document/to-document.ts';
import { schemaExtensions } from '#renderer/ui/paper-editor/schema/schema.ts';
import type { PaperBlock, PaperRun, PaperTable } from '#shared/rules/papers/model.ts';
import { paperBlockSchema } from '#shared/rules/papers/model.ts';

const schema = getSchema(schemaExtensions);

const words = oneof(
  string({ maxLength: 6 }),
  constantFrom('各单位', '要落实\n责任', '', '　', '\t', 'a\r\nb'),
);
const run: Arbitrary<PaperRun> = tuple(
  words,
  boolean(),
  option(constantFrom('反馈期限', '单位')),
  option(constantFrom('u1', 'u2')),
).map(([text, bold, field, resolution]) => ({
  text,
  ...(bold ? { bold } : {}),
  ...(field === null ? {} : { field }),
  ...(resolution === null ? {} : { resolution }),
}));
const runs = array(run, { maxLength: 5 });

/** A table whose first column may be merged downwards and whose last row may be merged across. */
const table: Arbitrary<PaperTable> = record({
  width: integer({ min: 1, max: 4 }),
  height: integer({ min: 0, max: 4 }),
  isTall: boolean(),
  isWide: boolean(),
  text: words,
  bold: boolean(),
  align: constantFrom('left' as const, 'center' as const, 'right' as const),
  room: constantFrom({}, { height: 24 }, { height: 9, top: true }),
  caption: constantFrom('', '问题清单'),
  landscape: boolean(),
  headRows: integer({ min: 0, max: 5 }),
}).map(({ width, height, isTall, isWide, text, bold, align, room, caption, landscape, headRows }) => {
  const cell = (across = 1, down = 1) => ({ text, ...(bold ? { bold } : {}), align, across, down, ...room });
  const tall = isTall && height > 1 ? height - 1 : 1;
  const rows = Array.from({ length: height }, (_, y) => {
    if (isWide && y === height - 1) return [cell(width)];
    const all = Array.from({ length: width }, (__, x) => (x === 0 ? cell(1, y === 0 ? tall : 1) : cell()));
    return y > 0 && y < tall ? all.slice(1) : all;
  });
  const columns = Array.from({ length: width }, (_, x) => x + 0.5);
  return { kind: 'table', caption, columns, headRows, rows, landscape };
});

const block: Arbitrary<PaperBlock> = oneof(
  record({ kind: constant('heading' as const), level: integer({ min: 1, max: 4 }), runs }),
  record({
    kind: constant('paragraph' as const),
    place: constantFrom('indented' as const, 'flush' as const, 'center' as const, 'right' as const),
    runs,
  }),
  record({ kind: constant('pageBreak' as const) }),
  table,
);
const blocks = array(block, { maxLength: 8 });

/** What the editor itself holds and gives back. */
function throughEditor(given: readonly PaperBlock[]): PaperBlock[] {
  const document = schema.nodeFromJSON(toDocument(given));
  document.check();
  return toBlocks(document.toJSON());
}

describe('blocks in the editor', () => {
  test('normalised blocks come back from the editor unchanged', () => {
    assert(
      property(blocks, (given) => {
        const normal = normalizeBlocks(given);
        expect(throughEditor(normal)).toEqual(normal);
      }),
    );
  });

  test('whatever blocks are given, the editor gives back their normalised form', () => {
    assert(
      property(blocks, (given) => {
        expect(throughEditor(given)).toEqual(normalizeBlocks(given));
      }),
    );
  });

  test('normalising twice changes nothing more, and the result is a paper’s body', () => {
    assert(
      property(blocks, (given) => {
        const normal = normalizeBlocks(given);
        expect(normalizeBlocks(normal)).toEqual(normal);
        for (const one of normal) expect(paperBlockSchema.safeParse(one).success).toBe(true);
      }),
    );
  });

  test('no word is lost by normalising', () => {
    const wordsOf = (given: readonly PaperBlock[]) =>
      given
        .flatMap((one) => ('runs' in one ? one.runs.map(({ text }) => text) : []))
        .join('')
        .replaceAll(/[\r\n]/g, '');
    const textOnly = blocks.map((given) => given.filter((one) => 'runs' in one));
    assert(
      property(textOnly, (given) => {
        expect(wordsOf(normalizeBlocks(given))).toBe(wordsOf(given));
      }),
    );
  });
});

describe('the normalised form', () => {
  test('runs of one look are joined, and open fields stay', () => {
    const given: PaperBlock[] = [
      {
        kind: 'paragraph',
        place: 'indented',
        runs: [{ text: '请于' }, { text: '' }, { text: '月底前', bold: false }, { text: '', field: '单位' }],
      },
    ];
    expect(normalizeBlocks(given)).toEqual([
      { kind: 'paragraph', place: 'indented', runs: [{ text: '请于月底前' }, { text: '', field: '单位' }] },
    ]);
  });

  test('a very long run is cut into runs that can be saved', () => {
    const given: PaperBlock[] = [
      { kind: 'paragraph', place: 'indented', runs: [{ text: '字'.repeat(12_000) }] },
    ];
    const [paragraph] = throughEditor(given);
    const lengths = paragraph?.kind === 'paragraph' ? paragraph.runs.map(({ text }) => text.length) : [];
    expect(lengths).toEqual([5_000, 5_000, 2_000]);
  });

  test('empty lines at the end are no part of the paper, those between are', () => {
    const empty: PaperBlock = { kind: 'paragraph', place: 'indented', runs: [] };
    const text: PaperBlock = { kind: 'paragraph', place: 'indented', runs: [{ text: '以上。' }] };
    expect(throughEditor([empty, text, empty, empty])).toEqual([empty, text]);
  });
});
