import { describe, expect, it } from 'vitest';
import { columnSets, type PublishedLine } from '#shared/rules/random-inspection/publication.ts';

const line: PublishedLine = {
  category: '消防监督检查',
  item: '单位履行消防安全职责情况检查',
  basis: '《消防法》第五十三条',
  content: '消防安全制度',
  objects: '河口商场',
  way: '现场检查',
  kind: '重点检查事项',
  unit: '消防救援机构',
  joint: true,
  frequency: '每月不低于 10%',
  time: '2026-11-20',
  result: '未发现问题',
  note: '',
};

const headings = (isResults: boolean): string[] =>
  columnSets(isResults).map(({ columns }) => columns.map(([heading]) => heading).join(' '));

describe('what is published', () => {
  it('stands in the two sets of columns that counties publish', () => {
    expect(headings(false)).toEqual([
      '序号 抽查类别 抽查清单事项 抽查事项 检查对象 事项类别 抽查比例及频次 抽查时间',
      '序号 检查事项 实施依据 检查对象(范围/数量/比例) 检查内容 拟实施时间 检查方式 事项类型 年度频次 承办机构 是否跨部门联合 备注',
    ]);
  });

  it('has what was found in both, once there are results', () => {
    for (const { columns } of columnSets(true)) {
      const values = columns.map(([, , value]) => value(line, 3));
      expect(values[0]).toBe(3);
      expect(values).toContain('未发现问题');
      expect(values).toContain('每月不低于 10%');
    }
    expect(headings(true)[1]).toContain('实施时间');
  });
});
