import { describe, expect, it } from 'vitest';
import {
  beforeClose,
  beforeStart,
  type CampaignState,
  drawingNeed,
  type StepRemark,
} from '#shared/rules/campaigns/standing.ts';

const ready: CampaignState = {
  firstDay: '2026-11-01',
  lastDay: '2026-12-31',
  counties: [{ name: '城东区', targets: 4 }],
  checklists: 1,
  samplingLines: 3,
  drawing: { status: 'taken', missing: 0 },
  targets: 4,
  visited: 0,
};

const blocking = (remarks: StepRemark[]) => remarks.filter(({ isBlocking }) => isBlocking).length;

describe('a campaign starts', () => {
  it('when counties, targets and drawing are decided', () => {
    expect(beforeStart(ready, '2026-11-01')).toEqual([]);
  });

  it.each([
    ['without a county', { counties: [] }],
    ['without a target', { targets: 0 }],
    ['while a drawing is undecided', { drawing: { status: 'proposed' as const, missing: 0 } }],
    ['with a rule that was not drawn by', { drawing: null }],
  ])('not %s', (_case, change) => {
    expect(blocking(beforeStart({ ...ready, ...change }, '2026-11-01'))).toBe(1);
  });

  it('with a word of warning where something may have been forgotten', () => {
    const counties = ['甲县', '乙县', '丙县', '丁县'].map((name) => ({ name, targets: 0 }));
    const drawing = { status: 'taken' as const, missing: 2 };
    const remarks = beforeStart({ ...ready, checklists: 0, counties, drawing }, '2027-01-01');
    expect(blocking(remarks)).toBe(0);
    expect(remarks.map(({ text }) => text)).toEqual([
      '抽取时有 2 个对象数量不足，没有抽到。',
      '甲县、乙县、丙县等 4 个区县还没有督查对象。',
      '还没有选择检查清单，检查时没有统一的内容。',
      '结束日期 2026-12-31 已过。',
    ]);
  });
});

describe('a drawing is still to be seen to', () => {
  it('where there is a rule without a drawing, or one that nobody has taken yet', () => {
    expect(drawingNeed({ ...ready, drawing: null })).toBe('undrawn');
    expect(drawingNeed({ ...ready, drawing: { status: 'proposed', missing: 0 } })).toBe('undecided');
    expect(drawingNeed(ready)).toBeNull();
    expect(drawingNeed({ ...ready, samplingLines: 0, drawing: null })).toBeNull();
  });
});

describe('a campaign is closed', () => {
  it('not before its first day', () => {
    expect(blocking(beforeClose({ ...ready, visited: 4 }, '2026-10-31'))).toBe(1);
  });

  it('with a word of warning where targets were not seen or days are left', () => {
    expect(beforeClose(ready, '2026-12-01').map(({ text }) => text)).toEqual([
      '还有 4 个对象没有督查。',
      '原定到 2026-12-31 结束。',
    ]);
    expect(beforeClose({ ...ready, visited: 4 }, '2026-12-31')).toEqual([]);
  });
});
