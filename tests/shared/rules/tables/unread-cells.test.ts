import { describe, expect, it } from 'vitest';
import { markText as scoreMark } from '#shared/rules/assessment/score-sheet/marks.ts';
import { readScoreSheet } from '#shared/rules/assessment/score-sheet/read-sheet.ts';
import { readChecklist } from '#shared/rules/checklists/read-checklist.ts';
import { linesAsTable } from '#shared/rules/rosters/read-lines.ts';
import { readScheme } from '#shared/rules/schemes/read-scheme.ts';
import type { ReadProblem, TableRow } from '#shared/rules/tables/row-texts.ts';
import { UNREAD_CELL } from '#shared/rules/tables/unread-cells.ts';
import { readSheet } from '#shared/rules/visits/sheet/read-sheet.ts';
import { composedWorkbook } from '#tests/support/builders/sheet.ts';

/** In place of a cell that has no value. */
const UNREAD = '=?';

function rowsOf(...lines: string[][]): TableRow[] {
  return lines.map((line, index) => {
    const unread = line.flatMap((cell, place) => (cell === UNREAD ? [place] : []));
    const cells = line.map((cell) => (cell === UNREAD ? '' : cell));
    return unread.length === 0 ? { row: index + 1, cells } : { row: index + 1, cells, unread };
  });
}

function places(problems: readonly ReadProblem[] | undefined): string[] {
  return (problems ?? []).map(({ severity, column, row }) => `${severity} ${column}${row}`);
}

const uid = (last: number): string => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`;

describe('a cell without a value is asked for by its place, and never taken as empty', () => {
  it('in a roster written as text, by its place in the file', () => {
    const read = linesAsTable(rowsOf(['主任：张伟明', ''], ['成员', UNREAD]), new Set(['主任', '成员']));
    expect(read.rows).toHaveLength(1);
    const text = `第 2 行 B 列：${UNREAD_CELL}`;
    expect(read.problems).toEqual([{ severity: 'error', row: 0, column: '', text }]);
  });

  it('in a checklist, with headings and without', () => {
    const headed = readChecklist(
      rowsOf(
        ['检查项目', '检查内容', '经办'],
        ['用电', UNREAD, ''],
        ['用电', '线路无破损', UNREAD],
        [UNREAD, '', ''],
      ),
    );
    expect(headed.items.map(({ text }) => text)).toEqual(['用电', '线路无破损']);
    expect(places(headed.problems)).toEqual(['error B2', 'error A4']);
    const plain = readChecklist(rowsOf(['一、用电'], ['1.线路无破损'], [UNREAD]));
    expect(plain.items).toHaveLength(2);
    expect(places(plain.problems)).toEqual(['error A3']);
  });

  it('in the title above a checklist once, whatever cells it covers', () => {
    const { items, problems } = readChecklist(
      rowsOf([UNREAD, UNREAD, UNREAD], ['检查项目', '检查内容', UNREAD], ['用电', '线路无破损', '']),
    );
    expect(items).toHaveLength(2);
    expect(places(problems)).toEqual(['warning 1', 'warning C2']);
    expect(problems[0]?.text).toContain('表头上面');
  });

  it('in a score sheet, where only the empty cell is a line that was not filled in', () => {
    const identity = { periodUid: uid(1), groupUid: uid(2), schemeUid: uid(3), objectUid: uid(4) };
    const item = (last: number) => scoreMark({ kind: 'item', indicatorUid: uid(last) });
    const read = readScoreSheet(
      rowsOf(
        [
          '被考评单位',
          '',
          '',
          '',
          scoreMark({ kind: 'sheet', ...identity, stage: 'checked', judgeUid: null }),
        ],
        [
          '序号',
          '考评内容',
          '考评分',
          '扣分理由',
          scoreMark({ kind: 'heads', score: '考评分', reason: '扣分理由' }),
        ],
        ['1', '会议', UNREAD, '', item(11)],
        ['2', UNREAD, '5', UNREAD, item(12)],
        ['3', UNREAD, '', '', item(13)],
        ['', '自己加的', UNREAD, '', ''],
        ['4', '台账', '3', '', item(14)],
      ),
    );
    expect(read?.lines.map(({ indicatorUid }) => indicatorUid)).toEqual([uid(13), uid(14)]);
    expect(places(read?.problems)).toEqual(['error C3', 'error D4', 'warning C6']);
  });

  it('in a record sheet of a visit, which then is not blank', () => {
    const items = [{ uid: uid(1), parentUid: null, kind: 'question' as const, text: '疏散通道畅通' }];
    const figure = { uid: uid(2), name: '罚款', unit: '万元' };
    const read = readSheet(
      rowsOf(
        ['督查对象', '城东区', '检查日期', UNREAD],
        ['罚款(万元)', UNREAD, '', ''],
        ['序号', '检查内容', '结果', '问题说明'],
        [UNREAD, '疏散通道畅通', UNREAD, ''],
      ),
      { items, figures: [figure] },
    );
    expect(places(read?.problems)).toEqual(['error D1', 'error B2', 'error C4']);
    expect(read?.answers).toEqual([]);
  });

  it('in a scheme, but not in its sums', async () => {
    const sum = { formula: 'SUM(D3:D4)' };
    const book = await composedWorkbook({
      rows: [
        ['序号', '考评内容', '评分标准', '分值'],
        [{ formula: 'ROW()' }, '召开会议', { formula: '"少一次扣"&E1' }, { formula: 'E2' }],
        [2, { formula: 'E3' }, '未制定不得分', 4],
        ['合计', null, null, sum],
      ],
    });
    const { problems } = readScheme(book, null);
    expect(
      problems.filter(({ severity }) => severity === 'error').map(({ row, column }) => column + row),
    ).toEqual(['C2', 'D2', 'B3']);
    expect(problems.filter(({ row, column }) => row === 2 && column === 'D')).toHaveLength(1);
  });
});
