import { describe, expect, it } from 'vitest';
import { leaveText, readLeave } from '#shared/rules/inspectors/leave-text.ts';

describe('leave in a cell of a table', () => {
  it('is written so that it is read as the same', () => {
    const leaves = [
      { firstDay: '2026-12-01', lastDay: '2026-12-05', reason: '培训' },
      { firstDay: '2026-12-20', lastDay: '2026-12-20', reason: '' },
    ];
    expect(leaveText(leaves)).toBe('2026-12-01至2026-12-05 培训；2026-12-20');
    expect(readLeave(leaveText(leaves))).toEqual(leaves);
  });

  it('never becomes two by a semicolon in its reason', () => {
    const text = leaveText([{ firstDay: '2026-12-01', lastDay: '2026-12-02', reason: '培训；\n考试' }]);
    expect(readLeave(text)).toMatchObject([{ reason: '培训 考试' }]);
  });

  it.each([
    ['2026/12/1-2026/12/5（年休）', { firstDay: '2026-12-01', lastDay: '2026-12-05', reason: '年休' }],
    ['2026年12月1日到2026年12月2日出差', { firstDay: '2026-12-01', lastDay: '2026-12-02', reason: '出差' }],
    ['2026.12.1', { firstDay: '2026-12-01', lastDay: '2026-12-01', reason: '' }],
  ])('is understood as %s', (text, leave) => {
    expect(readLeave(text)).toEqual([leave]);
  });

  it('is named where it is not understood: no date, or the last day before the first', () => {
    expect(readLeave('2026-12-01；下周出差')).toEqual({ problem: '下周出差' });
    expect(readLeave('2026-12-05至2026-12-01')).toEqual({ problem: '2026-12-05至2026-12-01' });
  });
});
