import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentFinder, indexedDocument, matchOfDocument } from '#main/features/search/index.ts';

const finds = (query: string, title: string, ...others: string[]) =>
  documentFinder(query)(indexedDocument(title, ...others));

describe('what is looked for in long texts', () => {
  it('is found by any two characters, pinyin initials, and the beginning of a number', () => {
    expect(finds('火栓', '消火栓管理')).toBe(true);
    expect(finds('xhs', '消火栓管理')).toBe(true);
    expect(finds('栓火', '消火栓管理')).toBe(false);
    expect(finds('〔2017〕87号', '办法', '国办发〔2017〕87号')).toBe(true);
    expect(finds('35547', '乡镇消防队', 'GB/T 35547-2017')).toBe(true);
    expect(finds('355', '乡镇消防队', 'GB/T 35547-2017')).toBe(true);
    expect(finds('547', '乡镇消防队', 'GB/T 35547-2017')).toBe(false);
    expect(finds('管理 火栓', '消火栓管理')).toBe(true);
  });

  it('never reaches from one text into the next', () => {
    expect(finds('理市', '消火栓管理', '市政府')).toBe(false);
    expect(matchOfDocument(' …  ')).toBe('');
    expect(matchOfDocument('消火"栓 2017')).toBe('"消 火 栓" AND "2017" *');
  });

  it('is found where it was taken from', () => {
    const text = fc.stringMatching(/^[\u4e00-\u4e20a-z]{2,30}$/u);
    fc.assert(
      fc.property(text, fc.nat(28), fc.integer({ min: 2, max: 10 }), (whole, from, length) => {
        const part = whole.slice(from, from + length);
        fc.pre(part !== '');
        expect(finds(part, '', whole)).toBe(true);
      }),
    );
  });
});
