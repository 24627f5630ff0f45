import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleLines } from '#shared/rules/papers/title-lines.ts';

describe('the lines of a title', () => {
  test('a title that fits stays on one line', () => {
    expect(titleLines('关于督办重大火灾隐患整改的函')).toEqual(['关于督办重大火灾隐患整改的函']);
  });

  test('a long title turns between words into lines of nearly one length', () => {
    const lines = titleLines('临江市消防安全委员会办公室关于开展今冬明春火灾防控工作的通知');
    expect(lines).toHaveLength(2);
    const [first = '', second = ''] = lines;
    expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(4);
  });

  test('no line begins with 的 or a closing mark, none ends with an opening one', () => {
    const lines = titleLines(
      '关于印发《临江市火灾高风险区域和重大火灾隐患单位整治挂牌督办实施办法（试行）》的通知',
    );
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(line).not.toMatch(/^[的）》、，]/);
      expect(line).not.toMatch(/[（《]$/);
    }
  });

  test.each([
    ['a day', '关于督办市教育局11月24日前完成校园排查的函', '11月24日前'],
    ['an ordinal', '关于落实安澜市消防安全委员会2026年第五次全体会议精神的通知', '第五次'],
    ['a number with its measure', '关于对全市范围内排查发现的128处火灾隐患限期整改的通知', '128处'],
    ['a document number', '关于贯彻落实安消安办〔2026〕3号文件要求做好冬春防火的通知', '〔2026〕3号'],
  ])('%s is never turned', (_what, title, whole) => {
    const lines = titleLines(title);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.some((line) => line.includes(whole))).toBe(true);
  });

  test('a title that would just fit with narrow digits is turned, as other fonts have wider ones', () => {
    expect(titleLines('关于2026年第三季度消防工作考核结果的通报')).toEqual([
      '关于2026年第三季度消防',
      '工作考核结果的通报',
    ]);
  });

  test('the clerk’s own line breaks are kept', () => {
    expect(titleLines('关于表扬先进单位\n和先进个人的通报')).toEqual([
      '关于表扬先进单位',
      '和先进个人的通报',
    ]);
  });

  test('nothing of any title is lost and no line is wider than the block', () => {
    const characters = fc.constantFrom(...'关于开展消防安全检查的通知（试行）、《》和2026年'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: characters, minLength: 1, maxLength: 120 }), (title) => {
        const lines = titleLines(title);
        expect(lines.join('')).toBe(title);
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(40);
      }),
    );
  });
});
