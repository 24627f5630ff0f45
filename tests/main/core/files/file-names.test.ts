import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

describe('names that would lead out of their folder or deceive', () => {
  const parts = [
    [
      '..',
      '../',
      '..\\',
      '/',
      '\\',
      '/etc/',
      'C:',
      'C:\\Windows\\',
      '\\\\server\\share\\',
      '//server/',
      './',
      '~/',
    ],
    [
      '%2e%2e/',
      '..%2f',
      '．．／',
      '\u2025/',
      '\u0000',
      '\u0000.txt',
      'a\u0000/../',
      '\n',
      '\r\n',
      '\t',
      '\u007F',
    ],
    [
      '\u202Egpj.',
      '\u200B',
      '\uFEFF',
      '\u2066x\u2069',
      'CON',
      'con.txt',
      'NUL',
      'AUX.docx',
      'COM1',
      'LPT9.xlsx',
    ],
    [
      'file:///',
      'http://evil.test/',
      '::$DATA',
      'x:y',
      '*',
      '?',
      '"',
      '<script>',
      '|calc',
      '`id`',
      '$(id)',
      '-rf',
    ],
    ['prn ', 'Clock$', '.', ' ', '...', '. . .', '\u3000', 'x'.repeat(300), '消'.repeat(300), 'e\u0301'],
  ].flat();
  const endings = [
    '',
    '../x',
    '..\\x',
    '/x',
    '.',
    ' ',
    '.docx',
    '/../../etc/passwd',
    '\\..\\..\\x.exe',
    '\u0000.xlsx',
  ];
  const all = parts.flatMap((part) => endings.map((ending) => part + ending));
  const names = [...new Set(all)].slice(0, 500);

  it('stay in it, as one name that Windows and Linux take, all 500', () => {
    expect(new Set(names).size).toBe(500);
    const folder = mkdtempSync(join(tmpdir(), 'office-evil-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    for (const name of names) writeFileSync(join(inner, freeFileName(inner, name)), '', { flag: 'wx' });
    expect(readdirSync(folder)).toEqual(['inner']);
    const written = readdirSync(inner);
    expect(written).toHaveLength(500);
    const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
    const wrong = written.filter(
      (name) =>
        /[\\/:*?"<>|\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|^[. ]|[. ]$/u.test(name) ||
        device.test(name) ||
        name !== name.normalize('NFC') ||
        Buffer.byteLength(name) > 200,
    );
    expect(wrong).toEqual([]);
  });
});
