import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markText, readMark, type SheetIdentity } from '#shared/rules/assessment/score-sheet/marks.ts';
import { readScoreSheet } from '#shared/rules/assessment/score-sheet/read-sheet.ts';
import { scoreStages } from '#shared/rules/assessment/stages.ts';

const uid = (last: number): string => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const identity: SheetIdentity = {
  periodUid: uid(1),
  groupUid: uid(2),
  schemeUid: uid(3),
  objectUid: uid(4),
  stage: 'checked',
  judgeUid: null,
};
const item = (last: number): string => markText({ kind: 'item', indicatorUid: uid(last) });
const heads = markText({ kind: 'heads', score: '考评分', reason: '扣分理由' });

/** Number, content, score, reason, and the hidden column. */
function sheet(...lines: string[][]) {
  const rows = [
    ['考核评分表', '考核评分表', '考核评分表', '考核评分表', ''],
    ['被考评单位：城东区', '', '', '', markText({ kind: 'sheet', ...identity })],
    ['序号', '考评内容', '考评分', '扣分理由', heads],
    ['一、责任落实', '一、责任落实', '', '', ''],
    ...lines,
  ];
  return rows.map((cells, index) => ({ row: index + 1, cells }));
}

describe('the mark of a score sheet', () => {
  it('reads back as it was written, in whatever cell of its row it stands', () => {
    const uids = fc.uuid();
    const any = fc.record({
      periodUid: uids,
      groupUid: uids,
      schemeUid: uids,
      objectUid: uids,
      stage: fc.constantFrom(...scoreStages),
      judgeUid: fc.option(uids),
    });
    fc.assert(
      fc.property(any, fc.array(fc.string(), { maxLength: 4 }), (given, before) => {
        const mark = { kind: 'sheet' as const, ...given };
        expect(readMark([...before, markText(mark)])).toEqual(mark);
      }),
    );
  });
});

describe('a filled score sheet', () => {
  it('gives each line with what was written, untouched', () => {
    const read = readScoreSheet(
      sheet(['1.1', '会议', ' -2 ', '少一次', item(11)], ['1.2', '台账', '', '', item(12)]),
    );
    expect(read).toMatchObject({ identity, row: 2, letters: { score: 'C', reason: 'D' }, problems: [] });
    expect(read!.lines).toEqual([
      { row: 5, indicatorUid: uid(11), score: '-2', reason: '少一次' },
      { row: 6, indicatorUid: uid(12), score: '', reason: '' },
    ]);
  });

  it('is known again with a column put in and its rows in another order', () => {
    const moved = sheet(['1.2', '台账', '3', '', item(12)], ['1.1', '会议', '4', '', item(11)]).map(
      ({ row, cells }) => ({ row, cells: ['备注', ...cells] }),
    );
    const read = readScoreSheet(moved);
    expect(read).toMatchObject({ letters: { score: 'D', reason: 'E' }, problems: [] });
    expect(read!.lines.map(({ indicatorUid, score }) => [indicatorUid, score])).toEqual([
      [uid(12), '3'],
      [uid(11), '4'],
    ]);
  });

  it('is told from everything else by its mark alone', () => {
    const bare = sheet(['1.1', '会议', '4', '', item(11)]).map(({ row, cells }) => ({
      row,
      cells: cells.slice(0, 4),
    }));
    expect(readScoreSheet(bare)).toBeNull();
    expect(readScoreSheet([])).toBeNull();
  });

  it('names a line that is there twice, and a number in a line of its own', () => {
    const read = readScoreSheet(
      sheet(
        ['1.1', '会议', '4', '', item(11)],
        ['1.1', '会议', '5', '', item(11)],
        ['', '另加一项', '2', '', ''],
        ['1.2', '台账', '3', '', item(12)],
        ['考核总分', '考核总分', '9', '', ''],
      ),
    );
    expect(read!.problems).toMatchObject([
      { severity: 'error', row: 6, text: '这一项在第 5 行已经有了，请删去一行。' },
      { severity: 'warning', row: 7, column: 'C' },
    ]);
  });

  it('is refused where the column to fill in has lost its name', () => {
    const renamed = sheet(['1.1', '会议', '4', '', item(11)]);
    renamed[2]!.cells[2] = '得几分';
    const read = readScoreSheet(renamed);
    expect(read!.lines).toEqual([]);
    expect(read!.problems).toMatchObject([{ severity: 'error', row: 2 }]);
  });
});
