import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { distinctFileNames, freeFileName } from '#main/core/files/file-names.ts';

describe('names of files in one folder', () => {
  it('are told apart by a number before the ending where two are equal', () => {
    expect(distinctFileNames(['市教育局.docx', '市民政局.docx', '市教育局.docx', '市教育局.docx'])).toEqual([
      '市教育局.docx',
      '市民政局.docx',
      '市教育局(2).docx',
      '市教育局(3).docx',
    ]);
  });

  it.each([
    ['differ in capitals only', ['A.docx', 'a.docx'], ['A.docx', 'a(2).docx']],
    [
      'become equal by what is not allowed in them',
      ['甲/乙.docx', '甲:乙.docx'],
      ['甲_乙.docx', '甲_乙(2).docx'],
    ],
    [
      'meet a number that was there',
      ['甲(2).docx', '甲.docx', '甲.docx'],
      ['甲(2).docx', '甲.docx', '甲(3).docx'],
    ],
  ])('are told apart also where they %s', (_what, given, names) => {
    expect(distinctFileNames(given)).toEqual(names);
  });

  it('keep number and ending where they are too long for a file system', () => {
    const long = `${'各县区人民政府'.repeat(20)}.docx`;
    const [first = '', second = ''] = distinctFileNames([long, long]);
    expect(second).toMatch(/\(2\)\.docx$/);
    for (const name of [first, second]) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  });

  it('take the first number that no file or folder there has', () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-names-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    expect(freeFileName(folder, '督办函')).toBe('督办函');
    mkdirSync(join(folder, '督办函'));
    writeFileSync(join(folder, '督办函(2)'), '');
    expect(freeFileName(folder, '督办函')).toBe('督办函(3)');
  });
});
