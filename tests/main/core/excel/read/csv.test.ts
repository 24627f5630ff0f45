import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { separatorOf } from '#main/core/excel/read/read-csv.ts';
import { readSheetTable, readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { readTableOfWorkbook } from '#main/core/excel/read/source-table.ts';
import { separatedCells } from '#shared/pasted-cells.ts';

/** 姓名,单位 / 张三,"县教育局,办公室" in GB18030, as Chinese Excel saves it. */
const gb18030 = Uint8Array.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x22, 0xcf,
  0xd8, 0xbd, 0xcc, 0xd3, 0xfd, 0xbe, 0xd6, 0x2c, 0xb0, 0xec, 0xb9, 0xab, 0xca, 0xd2, 0x22, 0x0d, 0x0a,
]);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => {
  const bytes = [0xff, 0xfe];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    bytes.push(code & 0xff, code >> 8);
  }
  return Uint8Array.from(bytes);
};

function cellsOf(bytes: Uint8Array): string[] {
  const { sheets } = readWorkbook(bytes, defaultReadLimits);
  return sheets[0]!.cells.map(({ row, column, text }) => `${row}.${column} ${text}`);
}

describe('a table in a text file', () => {
  it.each([
    ['GB18030 with commas, as Chinese Excel saves it', gb18030],
    ['UTF-8', utf8('姓名,单位\n张三,"县教育局,办公室"\n')],
    ['UTF-8 with its mark', utf8('\ufeff姓名,单位\r\n张三,"县教育局,办公室"')],
    ['UTF-16 with tabs, which Excel calls Unicode text', utf16('姓名\t单位\r\n张三\t"县教育局,办公室"')],
    ['UTF-8 with semicolons', utf8('姓名;单位\n张三;县教育局,办公室')],
  ])('is read in %s', (_what, bytes) => {
    expect(cellsOf(bytes)).toEqual(['1.1 姓名', '1.2 单位', '2.1 张三', '2.2 县教育局,办公室']);
  });

  it('keeps every cell as the text that it is: zeros in front, long numbers, days', () => {
    expect(cellsOf(utf8('编号,身份证号,日期,分\n007,410101199001010011,2026-1-5,1.50'))).toEqual([
      '1.1 编号',
      '1.2 身份证号',
      '1.3 日期',
      '1.4 分',
      '2.1 007',
      '2.2 410101199001010011',
      '2.3 2026-1-5',
      '2.4 1.50',
    ]);
  });

  it('is not seen in a letter, a web page or anything binary', () => {
    const codeOf = (bytes: Uint8Array) => {
      try {
        readWorkbook(bytes, defaultReadLimits);
        return 'read';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(codeOf(utf8('关于开展检查的通知\n各县区消安委\n现将有关事项通知如下'))).toBe('unsupported-format');
    expect(codeOf(utf8('<html><table><tr><td>a,b</td></tr></table></html>'))).toBe('unsupported-format');
    expect(codeOf(Uint8Array.from([1, 2, 3, 0, 44, 5, 44, 0, 10, 44]))).toBe('not-a-workbook');
  });

  it('gives back every cell that was written with quotes', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'甲a1 ,;\t"\n'.split('')), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
        expect(separatedCells(text, ',')).toEqual(rows);
      }),
    );
  });
});

it('a table of which most cells have line breaks is one all the same', () => {
  expect(separatorOf('姓名,单位\r\n"丁\n戊","丁\n戊"')).toBe(',');
});

describe('a table in a text file that a list takes', () => {
  const cell = fc.constantFrom('', ' ', '甲', ' 乙\u3000丙 ', '"丁\n戊"', '\u3000', '7');
  const line = fc.array(cell, { minLength: 2, maxLength: 5 }).map((cells) => cells.join(','));

  it('is the same as by way of its workbook', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const bytes = utf8(['姓名,单位', ...lines].join('\r\n'));
        const workbook = readWorkbook(bytes, defaultReadLimits);
        expect(readSheetTable(bytes, defaultReadLimits, null)).toEqual(readTableOfWorkbook(workbook, null));
      }),
    );
  });

  it('is refused beyond the same limits', () => {
    const bytes = utf8('姓名,单位\n张三,某局\n李四,某局');
    for (const limits of [{ rows: 2 }, { cells: 5 }, { totalCharacters: 11 }, { cellCharacters: 1 }])
      expect(() => readSheetTable(bytes, { ...defaultReadLimits, ...limits }, null)).toThrow();
  });
});
