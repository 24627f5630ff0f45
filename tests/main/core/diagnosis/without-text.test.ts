import { describe, expect, it } from 'vitest';
import { errorsWithoutText, withoutText } from '#main/core/diagnosis/without-text.ts';

describe('a setting without its texts', () => {
  it('keeps numbers, switches and the program’s own names, and the length of all else', () => {
    const setting = {
      days: 30,
      isOn: true,
      officeName: '漯河市消安办',
      list: ['李明', 2],
      源汇区: { 电话: 1 },
    };
    expect(withoutText(setting)).toEqual({
      days: 30,
      isOn: true,
      officeName: '（6 个字）',
      list: ['（2 个字）', 2],
      '（3 个字）': { '（2 个字）': 1 },
    });
  });
});

describe('the error log without its texts', () => {
  it('keeps number, time, operation, kind and places, and nothing of a message', () => {
    const log = `MABC1234 2026-11-30T01:02:03.004Z tasks.add
SqliteError: UNIQUE constraint failed: 李明的任务 'Zhang San'
    at Object.add (/home/zhangsan/office/dist/main/writer-AbC_1.js:12:34)
    at async C:\\Users\\张三\\program\\writer.js:5:6
    at 李明 (张三.xlsx:1:2)
  code: 'SQLITE_CONSTRAINT_UNIQUE'
李明说：打不开
`;
    expect(errorsWithoutText(log)).toEqual([
      'MABC1234 2026-11-30T01:02:03.004Z tasks.add',
      '  SqliteError',
      '    Object.add writer-AbC_1.js:12:34',
      '    async writer.js:5:6',
      '  SQLITE_CONSTRAINT_UNIQUE',
    ]);
  });
});
