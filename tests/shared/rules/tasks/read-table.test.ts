import { describe, expect, it } from 'vitest';
import { pastedCells } from '#shared/pasted-cells.ts';
import { readTable } from '#shared/rules/tasks/read-table.ts';
import { type NamedUnit, unitNames } from '#shared/rules/tasks/unit-names.ts';

const unit = (uid: string, name: string, shortName: string, level: NamedUnit['level'] = 'memberUnit') => ({
  uid,
  level,
  ofCity: true,
  names: [name],
  shortNames: [shortName],
});
const names = unitNames(
  [
    unit('教育', '安澜市教育局', '市教育局'),
    unit('民政', '安澜市民政局', '市民政局'),
    unit('云栖', '云栖区', '云栖', 'county'),
    unit('澜江', '澜江区', '澜江', 'county'),
  ],
  '安澜市',
  null,
);
const context = { day: '2026-09-22', workdays: null };
const read = (text: string) => readTable(pastedCells(text), names, context);

describe('a pasted table of tasks', () => {
  it('is read by its headings, whatever their order and words', () => {
    const table = read(
      [
        '序号\t责任单位\t重点任务\t具体措施\t配合单位\t完成时限\t依据',
        '1\t市教育局\t开展校园检查\t"中小学全覆盖\n逐校建账"\t民政局、云栖\t2026年10月底前\t三次全会纪要',
        '2\t各县(市、区)\t挂牌\t\t\t10.31\t',
        '3\t市农业局\t检查农贸市场\t\t\t尽快\t',
      ].join('\n'),
    );
    expect(table.columns).toEqual(['number', 'leads', 'title', 'content', 'supporting', 'due', 'source']);
    expect(table.rows).toMatchObject([
      {
        row: 2,
        number: '1',
        title: '开展校园检查',
        content: '中小学全覆盖\n逐校建账',
        leadUids: ['教育'],
        supportingUids: ['民政', '云栖'],
        dueOn: '2026-10-31',
        sourceText: '三次全会纪要',
        problems: [],
      },
      { title: '挂牌', leadUids: ['云栖', '澜江'], dueOn: '2026-10-31', problems: [] },
      {
        title: '检查农贸市场',
        leadUids: [],
        dueOn: null,
        problems: ['没有找到牵头单位“市农业局”', '没有看懂完成时限“尽快”'],
      },
    ]);
  });

  it('is read by its content where it has no headings', () => {
    const table = read('1\t开展校园检查\t教育局\t10月底前\n2\t排查养老机构\t民政局\t11月15日');
    expect(table.hasHeading).toBe(false);
    expect(table.columns).toEqual(['number', 'title', 'leads', 'due']);
    expect(table.rows.map(({ dueOn }) => dueOn)).toEqual(['2026-10-31', '2026-11-15']);
  });

  it('is a list of titles where it has one column', () => {
    expect(read('开展校园检查\n排查养老机构').rows.map(({ title }) => title)).toEqual([
      '开展校园检查',
      '排查养老机构',
    ]);
  });

  it('understands 长期, kinds, cycles and earlier days of assignment', () => {
    const table = read(
      '任务\t类别\t交办日期\t完成时限\t反馈周期\n消防宣传\t方案任务\t2026-03-01\t长期坚持\t每月30日前\n查处\t领导批示\t2026-08-01\t2026-08-20\t',
    );
    expect(table.rows).toMatchObject([
      {
        kind: 'planTask',
        assignedOn: '2026-03-01',
        dueOn: null,
        feedbackCycle: { kind: 'monthly', day: 30 },
        problems: [],
      },
      { kind: 'instruction', assignedOn: '2026-08-01', dueOn: '2026-08-20', feedbackCycle: { kind: 'none' } },
    ]);
  });

  it('is empty where nothing was pasted', () => {
    expect(read(' \n\t')).toEqual({ columns: [], hasHeading: false, rows: [] });
  });
});
