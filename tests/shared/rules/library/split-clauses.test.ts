import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseKey, readNumeral } from '#shared/rules/library/clause-number.ts';
import { splitClauses } from '#shared/rules/library/split-clauses.ts';
import { chineseCount } from '#shared/rules/papers/numbering.ts';

const lines = (...all: string[]) => all.join('\n');

describe('the clauses of a text', () => {
  it('are its articles under their chapters, and what stands before them has no number', () => {
    const { form, clauses } = splitClauses(
      lines(
        '某市消防工作规定',
        '（2026年1月1日通过）',
        '目录',
        '第一章　总则',
        '第二章　职责',
        '第一章　总则',
        '第一条　为了做好消防工作，制定本规定。',
        '第二条　本规定适用于本市。',
        '有下列情形的除外：',
        '（一）军事设施；',
        '第二章　职责',
        '第三条　各单位按照',
        '第十六条的要求履行职责。',
      ),
    );
    expect(form).toBe('articles');
    expect(clauses).toEqual([
      { number: '', heading: '', text: lines('某市消防工作规定', '（2026年1月1日通过）', '目录') },
      { number: '第一条', heading: '第一章 总则', text: '为了做好消防工作，制定本规定。' },
      {
        number: '第二条',
        heading: '第一章 总则',
        text: lines('本规定适用于本市。', '有下列情形的除外：', '（一）军事设施；'),
      },
      { number: '第三条', heading: '第二章 职责', text: lines('各单位按照', '第十六条的要求履行职责。') },
    ]);
  });

  it('are the numbered lines of a standard, with the headings that they stand under', () => {
    const { form, clauses } = splitClauses(
      lines(
        '4 一般规定',
        '4.1 选址',
        '4.1.1 应设在便于出动的地点。',
        '4.1.2 不应设在低洼处。',
        '4.2 应有水源。',
      ),
    );
    expect(form).toBe('decimals');
    expect(clauses.map(({ number, heading }) => [number, heading])).toEqual([
      ['4.1.1', '4 一般规定 4.1 选址'],
      ['4.1.2', '4 一般规定 4.1 选址'],
      ['4.2', '4 一般规定 4.1 选址'],
    ]);
  });

  it('are the numbered parts of a paper, each item by its own name', () => {
    const { form, clauses } = splitClauses(
      lines('一、目标', '（一）挂牌。', '（二）配齐人员。', '二、要求', '压实责任。三、不是开头。'),
    );
    expect(form).toBe('outline');
    expect(clauses).toEqual([
      { number: '一（一）', heading: '一、目标', text: '挂牌。' },
      { number: '一（二）', heading: '一、目标', text: '配齐人员。' },
      { number: '二', heading: '一、目标', text: lines('要求', '压实责任。三、不是开头。') },
    ]);
  });

  it('are its paragraphs where nothing is numbered', () => {
    expect(splitClauses('只有一段。\n\n还有一段。')).toEqual({
      form: 'paragraphs',
      clauses: [{ number: '', heading: '', text: '只有一段。\n还有一段。' }],
    });
    expect(splitClauses('  \n').clauses).toEqual([]);
  });

  it('hold every word of the text', () => {
    const texts = fc.array(fc.stringMatching(/^[\u4e00-\u4e0f，。（）0-9]{1,20}$/u), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(texts, (parts) => {
        const written = parts.map((text, place) => `第${chineseCount(place + 1)}条　${text}`).join('\n');
        const { clauses } = splitClauses(written);
        expect(clauses.map(({ number, text }) => `${number}${text}`).join('')).toBe(
          written.replaceAll(/[\n\u3000]/gu, ''),
        );
      }),
    );
  });
});

describe('numbers of clauses', () => {
  it('are read in Chinese as they are printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (count) => {
        expect(readNumeral(chineseCount(count))).toBe(count);
        expect(clauseKey(`第${chineseCount(count)}条`)).toBe(clauseKey(`第${count}条`));
      }),
    );
    expect(readNumeral('一百零五')).toBe(105);
    expect(readNumeral('一百二十')).toBe(120);
    expect(readNumeral('若干')).toBeNull();
  });

  it('are the same with and without 第 and 条, and another with 之一', () => {
    expect(clauseKey('第4.1.2条')).toBe(clauseKey('4.1.2'));
    expect(clauseKey('第十六条之一')).not.toBe(clauseKey('第十六条'));
    expect(clauseKey('第十六条第二款')).toBe(clauseKey('第16条'));
  });
});
