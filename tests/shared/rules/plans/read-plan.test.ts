import { describe, expect, it } from 'vitest';
import { pastedCells } from '#shared/pasted-cells.ts';
import { numberingOf } from '#shared/rules/plans/numbering.ts';
import { readPlan } from '#shared/rules/plans/read-plan.ts';
import { unitNames } from '#shared/rules/tasks/unit-names.ts';

const unit = (uid: string, name: string) => ({
  uid,
  level: 'memberUnit' as const,
  ofCity: true,
  names: [name],
  shortNames: [name.slice(3)],
});
const names = unitNames([unit('教育', '安澜市教育局'), unit('民政', '安澜市民政局')], '安澜市', null);

/** 'T 制定方案 @教育' below its heading 'H 一、…', each level by one blank. */
function read(lines: readonly string[]): string[] {
  const { rows } = readPlan(pastedCells(lines.join('\n')), names, { day: '2026-09-22', workdays: null });
  return rows.map(
    ({ level, isHeading, title, leadUids }) =>
      `${' '.repeat(level)}${isHeading ? 'H' : 'T'} ${title}${leadUids.map((uid) => ` @${uid}`).join('')}`,
  );
}

describe('a pasted plan', () => {
  it('has headings where a line is merged over the whole width, and tasks below them', () => {
    const lines = [
      '2026年任务分解表\t\t\t',
      '序号\t任务\t牵头单位\t完成时限',
      '一、加强组织领导\t\t\t',
      '1\t制定方案\t市教育局\t10月底前',
      '2\t召开会议\t\t',
      '二、开展排查\t\t\t',
      '（一）学校\t\t\t',
      '3\t排查校园\t教育局\t11月底前',
      '（二）养老机构\t\t\t',
      '4\t排查养老院\t民政局\t11月底前',
    ];
    expect(read(lines)).toEqual([
      'H 一、加强组织领导',
      ' T 制定方案 @教育',
      ' T 召开会议',
      'H 二、开展排查',
      ' H （一）学校',
      '  T 排查校园 @教育',
      ' H （二）养老机构',
      '  T 排查养老院 @民政',
    ]);
  });

  it('has headings where a number stands above others and nobody is named', () => {
    const lines = [
      '序号\t任务\t牵头单位\t完成时限',
      '一\t组织领导\t\t',
      '（一）\t制定方案\t市教育局\t10月底前',
      '二\t宣传教育\t市民政局\t12月底前',
      '1.1\t进社区\t市民政局\t11月底前',
    ];
    expect(read(lines)).toEqual([
      'H 一、组织领导',
      ' T 制定方案 @教育',
      'T 宣传教育 @民政',
      ' T 进社区 @民政',
    ]);
  });

  it('has headings in a column of its own, merged over its tasks', () => {
    const lines = [
      '重点工作\t具体任务\t牵头单位\t完成时限',
      '组织领导\t制定方案\t市教育局\t10月底前',
      '\t召开会议\t市民政局\t10月底前',
      '宣传教育\t进社区\t市民政局\t11月底前',
    ];
    expect(read(lines)).toEqual([
      'H 组织领导',
      ' T 制定方案 @教育',
      ' T 召开会议 @民政',
      'H 宣传教育',
      ' T 进社区 @民政',
    ]);
  });

  it('is read without headings of columns, and from lines of text', () => {
    expect(read(['一、组织领导\t\t', '制定方案\t教育局\t10月底前', '召开会议\t民政局\t11月底前'])).toEqual([
      'H 一、组织领导',
      ' T 制定方案 @教育',
      ' T 召开会议 @民政',
    ]);
    expect(read(['一、组织领导', '（一）制定方案', '（二）召开会议', '二、总结'])).toEqual([
      'H 一、组织领导',
      ' T 制定方案',
      ' T 召开会议',
      'T 总结',
    ]);
  });

  it('says what was not understood, by its row', () => {
    const text = '任务\t牵头单位\t完成时限\n校园检查\t农业局\t尽快';
    const { rows } = readPlan(pastedCells(text), names, { day: '2026-09-22', workdays: null });
    expect(rows).toMatchObject([
      { row: 2, problems: ['没有找到牵头单位“农业局”', '没有看懂完成时限“尽快”'] },
    ]);
  });
});

describe('the number of a line', () => {
  it('places 一、 above （一）, 1., （1） and ①, and 1.1 below 1', () => {
    const ranks = [
      '第一章 总则',
      '一、总则',
      '（一）总则',
      '1.总则',
      '1.1总则',
      '1.1.2 总则',
      '（1）总则',
      '①总则',
    ].map((text) => numberingOf(text));
    expect(ranks.map((each) => each?.rank)).toEqual(
      ranks.map((each) => each?.rank).toSorted((a, b) => a! - b!),
    );
    expect(new Set(ranks.map((each) => each?.rank)).size).toBe(8);
    expect(new Set(ranks.map((each) => each?.rest))).toEqual(new Set(['总则']));
  });

  it('is not seen in what only begins like one', () => {
    expect(numberingOf('119消防宣传月')).toBeNull();
    expect(numberingOf('2026年工作')).toBeNull();
    expect(numberingOf('一次检查')).toBeNull();
  });
});
