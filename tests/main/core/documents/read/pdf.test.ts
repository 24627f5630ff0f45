import { describe, expect, it } from 'vitest';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { paragraphsOfLines } from '#main/core/documents/read/pdf-lines.ts';
import { readPdf } from '#main/core/documents/read/read-pdf.ts';
import { createTextReader } from '#main/core/documents/read/text-reader.ts';
import { pdfInEncoding, pdfOf } from '#tests/support/builders/pdf.ts';
import { spawnBundledReader } from '#tests/support/thread-bundle.ts';

describe('the text of a PDF', () => {
  it('is read page by page, without page numbers, lines that go on joined', async () => {
    const { blocks } = await readPdf(
      pdfOf(
        ['消防水源规定', '第一条 市政道路应当按照标准设置消火栓，', '— 1 —'],
        ['由供水单位维护。', '第二条 天然水源设取水平台。'],
      ),
      defaultReadLimits,
    );
    expect(blocks).toEqual(
      [
        '消防水源规定',
        '第一条 市政道路应当按照标准设置消火栓，由供水单位维护。',
        '第二条 天然水源设取水平台。',
      ].map((text) => ({ kind: 'paragraph', text, level: null })),
    );
  });
});

describe('a PDF in one of the older Chinese encodings', () => {
  const inGb = 'cffbb7c0cbaed4b4';
  const inUnicode = '6d8896326c346e90';

  it.each([
    ['GB-EUC-H', inGb],
    ['GBK-EUC-H', inGb],
    ['GBKp-EUC-H', inGb],
    ['GBK2K-H', inGb],
    ['GBpc-EUC-H', inGb],
    ['UniGB-UCS2-H', inUnicode],
    ['UniGB-UTF16-H', inUnicode],
  ])('%s is read by the table that comes with the program', async (encoding, codes) => {
    const { blocks } = await readPdf(pdfInEncoding(encoding, codes), defaultReadLimits);
    expect(blocks).toMatchObject([{ text: '消防水源' }]);
  });

  it('is read by the bundled program, which has the tables beside it', async () => {
    const { blocks } = await createTextReader(spawnBundledReader).read(pdfInEncoding('GBK-EUC-H', inGb));
    expect(blocks).toMatchObject([{ text: '消防水源' }]);
  });

  it('of which there is no table is refused in words', async () => {
    await expect(readPdf(pdfInEncoding('UniJIS-UCS2-H', inUnicode), defaultReadLimits)).rejects.toThrow(
      '没有读得出的文字',
    );
  });
});

describe('lines of a PDF', () => {
  it('lose the number of their page, and no number that stands alone between others', () => {
    const pages = [
      ['用地面积', '300', '平方米。', '1'],
      ['— 2 —', '第二条 略。'],
    ];
    expect(paragraphsOfLines(pages).join('\n')).toBe('用地面积\n300\n平方米。\n第二条 略。');
  });

  it('end a paragraph where a sentence ends, the line is short or an item begins', () => {
    const lines = ['各县区要高度重视消防安全工作责任落实', '到人。', '（一）加强领导', '（二）强化督导'];
    expect(paragraphsOfLines([lines])).toEqual([
      '各县区要高度重视消防安全工作责任落实到人。',
      '（一）加强领导',
      '（二）强化督导',
    ]);
  });
});
