import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf, isUnchanged } from '#shared/rules/archive/check.ts';
import { readSums, SUMS_NAME, type SummedFile, sumsText } from '#shared/rules/archive/sums.ts';

const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string];
const path = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => !/[\p{Cc}\\\u2028\u2029]/u.test(text) && !text.startsWith('./'));
const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const files = fc.uniqueArray(fc.record({ path, sha256: hash }), {
  selector: (file) => file.path.normalize('NFC'),
  minLength: 1,
  maxLength: 12,
});

describe('the checksums of an archive', () => {
  it('are read back as they were written, whatever the files are called', () => {
    fc.assert(
      fc.property(files, (given) => {
        expect(readSums(sumsText(given))).toEqual(given);
      }),
    );
  });

  it('are read as other programs write them: capitals, asterisks, Windows line ends', () => {
    const text = `\uFEFF${'A'.repeat(64)} *./01 发文/通知.pdf\r\n${one}  00 目录.xlsx\r\n`;
    expect(readSums(text)).toEqual([
      { path: '01 发文/通知.pdf', sha256: 'a'.repeat(64) },
      { path: '00 目录.xlsx', sha256: one },
    ]);
  });

  it('are none where a single line says something else', () => {
    for (const text of ['', '\n', '督办台账', `${one}  a\n这不是校验值\n`, `${one.slice(1)}  a\n`])
      expect(readSums(text)).toBeNull();
  });
});

describe('the check of an archive', () => {
  const listed: SummedFile[] = [
    { path: '00 目录.xlsx', sha256: one },
    { path: '01 发文/通知.pdf', sha256: two },
    { path: '02 收文/来文.pdf', sha256: three },
  ];

  it('names each file that is missing, changed or additional', () => {
    const found = [
      { path: '00 目录.xlsx', sha256: one },
      { path: '01 发文/通知.pdf', sha256: three },
      { path: '新建文件夹/草稿.docx', sha256: one },
      { path: SUMS_NAME, sha256: two },
    ];
    expect(differencesOf(listed, found)).toEqual({
      missing: ['02 收文/来文.pdf'],
      changed: ['01 发文/通知.pdf'],
      additional: ['新建文件夹/草稿.docx'],
    });
  });

  it('takes a name that a disk keeps in pieces for the same name', () => {
    const found = [{ path: 'Cafe\u0301.pdf', sha256: one }];
    expect(isUnchanged(differencesOf([{ path: 'Caf\u00E9.pdf', sha256: one }], found))).toBe(true);
  });

  it('finds nothing in an untouched archive, and whatever single file is touched', () => {
    fc.assert(
      fc.property(files, fc.nat(), hash, (given, place, other) => {
        expect(isUnchanged(differencesOf(given, given))).toBe(true);
        const touched = given[place % given.length]!;
        const without = given.filter((file) => file !== touched);
        expect(differencesOf(given, without).missing).toEqual([touched.path]);
        expect(differencesOf(without, given).additional).toEqual([touched.path]);
        fc.pre(other !== touched.sha256);
        const changed = [...without, { ...touched, sha256: other }];
        expect(differencesOf(given, changed).changed).toEqual([touched.path]);
      }),
    );
  });
});
