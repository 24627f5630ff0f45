import { describe, expect, it } from 'vitest';
import { entryMeant, isClause, numberKey, readCitations, titleKey } from '#shared/rules/library/citations.ts';
import { excerptOf, markedText } from '#shared/rules/library/excerpt.ts';
import { isOutdated, standingOn } from '#shared/rules/library/model.ts';

describe('what a text cites', () => {
  it('is read by title, by number and by both, with the clauses', () => {
    expect(readCitations('《中华人民共和国消防法》第十六条、第十七条第二款')).toEqual([
      { title: '中华人民共和国消防法', number: '', clauses: ['第十六条', '第十七条第二款'] },
    ]);
    expect(readCitations('《消防安全责任制实施办法》（国办发〔2017〕87号）第九条')).toEqual([
      { title: '消防安全责任制实施办法', number: '国办发〔2017〕87号', clauses: ['第九条'] },
    ]);
    expect(readCitations('《高层民用建筑消防安全管理规定》(应急管理部令第5号)')).toEqual([
      { title: '高层民用建筑消防安全管理规定', number: '应急管理部令第5号', clauses: [] },
    ]);
    expect(readCitations('按照国办发[2017]87号第九条执行')).toEqual([
      { title: '', number: '国办发[2017]87号', clauses: ['第九条'] },
    ]);
    expect(readCitations('GB/T 35547-2017 第4.1.2条，建标 152-2017')).toEqual([
      { title: '', number: 'GB/T 35547-2017', clauses: ['第4.1.2条'] },
      { title: '', number: '建标 152-2017', clauses: [] },
    ]);
    expect(readCitations('每季度不少于 2 次(含)，得 5 分')).toEqual([]);
  });

  it('is found however it is written, one that still counts before one that does not', () => {
    const law = { title: '中华人民共和国消防法', number: '', isOutdated: false };
    const old = { title: '消防法', number: '', isOutdated: true };
    const first = { title: '乡镇消防队', number: 'GB/T 35547-2017', isOutdated: true };
    const method = { title: '消防安全责任制实施办法', number: '国办发〔2017〕87号', isOutdated: false };
    const entries = [old, law, first, method];
    const lookUp = {
      byTitle: (key: string) => entries.filter(({ title }) => titleKey(title) === key),
      byNumber: (key: string) => entries.filter(({ number }) => numberKey(number).key === key),
    };
    const find = (text: string) => entryMeant(readCitations(text)[0]!, lookUp);
    expect(find('《消防法》第十六条')).toBe(law);
    expect(find('GB/T35547')).toBe(first);
    expect(find('GB/T 35547—2017')).toBe(first);
    expect(find('GB/T 35547-2025')).toBeUndefined();
    expect(find('国办发（2017）87号')).toBe(method);
    expect(find('《消防安全责任制实施办法》')).toBe(method);
    expect(find('《消防安全责任制实施办法》（国办发〔2011〕1号）')).toBeUndefined();
    expect(isClause('第十六条第一款', '第16条')).toBe(true);
    expect(isClause('第十六条', '')).toBe(false);
  });

  it('is compared without blanks and brackets', () => {
    expect(titleKey('约谈实施办法（试行）')).toBe(titleKey('约谈实施办法 (试行)'));
    expect(numberKey('国办发〔2017〕87号')).toEqual(numberKey('国办发[2017] 87号'));
    expect(numberKey('gb 35181').year).toBe('');
  });
});

describe('an entry', () => {
  it('counts between its days, unless it was repealed or replaced', () => {
    const entry = { validity: 'valid', inForceFrom: '2026-01-01', inForceTo: '2026-12-31' } as const;
    expect(standingOn(entry, '2025-12-31')).toBe('notYet');
    expect(standingOn(entry, '2026-12-31')).toBe('valid');
    expect(standingOn(entry, '2027-01-01')).toBe('expired');
    expect(standingOn({ ...entry, validity: 'replaced' }, '2026-06-01')).toBe('replaced');
    expect(isOutdated('expired')).toBe(true);
    expect(isOutdated('amended')).toBe(false);
  });
});

describe('what is shown of a find', () => {
  it('marks each word, over blanks and in full-width letters', () => {
    expect(markedText('疏散 通道、GB35181', '疏散通道 ＧＢ')).toEqual([
      { text: '疏散 通道', isHit: true },
      { text: '、', isHit: false },
      { text: 'GB', isHit: true },
      { text: '35181', isHit: false },
    ]);
  });

  it('is the surroundings of the first find, or the beginning', () => {
    const text = `${'前'.repeat(60)}消火栓${'后'.repeat(200)}`;
    const pieces = excerptOf(text, '消火栓');
    expect(pieces.map((piece) => piece.text).join('')).toBe(`…${'前'.repeat(24)}消火栓${'后'.repeat(93)}…`);
    expect(excerptOf('短文', 'dw')).toEqual([{ text: '短文', isHit: false }]);
  });
});
