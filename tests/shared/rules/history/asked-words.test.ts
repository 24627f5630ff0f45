import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedWords, uidsToName } from '#shared/rules/history/asked-words.ts';
import { nothingWritten, tallyWords } from '#shared/rules/history/tally.ts';

const uid = (digit: number) => `00000000-0000-7000-8000-00000000000${digit}`;
const names = new Map([
  [uid(1), '云栖区'],
  [uid(2), '沧澜县'],
]);

describe('what an export was asked for', () => {
  it('is one sentence of what narrows it, with names in the place of uids', () => {
    const filter = { view: 'overdue', text: '酒店', kind: null, unitUid: uid(1), sourceUid: null };
    const asked = { filter, sort: 'due', descending: false, uids: null, layout: 'ledger' };
    expect(askedWords('tasks.exportWorkbook', asked, names)).toBe(
      '逾期、查找 酒店、单位 云栖区、排序 完成时限、督办台账',
    );
  });

  it('says nothing of what narrows nothing', () => {
    expect(askedWords('brigades.exportLedger', { view: 'all', text: '' }, names)).toBe('');
    expect(askedWords('partnerUnits.exportWorkbook', undefined, names)).toBe('');
  });

  it('counts what has no name, or is too long to be told', () => {
    const units = (...unitUids: string[]) => askedWords('collections.handOut', { unitUids }, names);
    expect(units(uid(1), uid(2))).toBe('单位 云栖区、沧澜县');
    expect(units(uid(8), uid(9))).toBe('单位 2 个');
    expect(units(uid(1), uid(2), uid(3), uid(4))).toBe('单位 云栖区、沧澜县等 4 个');
  });

  it('says nothing of a thing without a name, as of what is secret', () => {
    expect(askedWords('campaigns.exportTargets', { uid: uid(9) }, names)).toBe('');
  });

  it('never tells a password', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6 }), (password) => {
        expect(askedWords('exchange.make', { topics: ['sites'], password }, names)).toBe('内容 重点单位');
      }),
    );
  });

  it('asks for the names of the first of a long list only', () => {
    const unitUids = Array.from({ length: 9 }, (_, digit) => uid(digit));
    expect(uidsToName({ uid: uid(7), unitUids, text: '酒店' })).toEqual([uid(7), uid(0), uid(1), uid(2)]);
  });
});

describe('how much was written', () => {
  it.each([
    [{ tables: 1, rows: 10 }, '共 10 行'],
    [{ tables: 2, rows: 0 }, '2 张表共 0 行'],
    [{ papers: 2, pages: 5, files: 2 }, '2 份 5 页，2 个文件'],
    [{ papers: 1 }, '1 份'],
    [{}, '1 个文件'],
  ])('%j is told as %s', (written, words) => {
    expect(tallyWords({ ...nothingWritten, ...written })).toBe(words);
  });
});
