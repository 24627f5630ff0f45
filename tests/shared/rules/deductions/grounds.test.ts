import { describe, expect, it } from 'vitest';
import { groundsProblem, groundsText } from '#shared/rules/deductions/grounds.ts';
import { LONGEST_DEDUCTION_REASON } from '#shared/rules/deductions/model.ts';

const today = '2026-11-20';
const task = {
  kind: 'other',
  title: '开展消火栓普查',
  status: 'assigned',
  dueOn: '2026-11-08',
  reportedOn: null,
  closedOn: null,
} as const;
const finding = { ...task, kind: 'finding', title: '河口商场三楼：疏散通道堵塞' } as const;

describe('the grounds of a deduction', () => {
  it('are a finding, whether it is late or not, and any task that is or was late', () => {
    expect(groundsProblem(task, today)).toBeNull();
    expect(groundsProblem({ ...task, status: 'closed', closedOn: '2026-11-10' }, today)).toBeNull();
    expect(groundsProblem({ ...finding, dueOn: '2026-12-01' }, today)).toBeNull();
  });

  it('are neither a task in time nor anything that was given up', () => {
    expect(groundsProblem({ ...task, dueOn: '2026-11-20' }, today)).toContain('没有逾期');
    expect(groundsProblem({ ...task, dueOn: null }, today)).toContain('没有逾期');
    expect(groundsProblem({ ...finding, status: 'cancelled' }, today)).toContain('已经取消');
  });

  it('are told by what was found when, until when it was due, and by how many days it is late', () => {
    expect(groundsText(finding, '2026-11-01', today)).toBe(
      '河口商场三楼：疏散通道堵塞（2026年11月1日发现），限2026年11月8日前整改，已逾期12天',
    );
    expect(groundsText({ ...task, status: 'closed', closedOn: '2026-11-10' }, null, today)).toBe(
      '开展消火栓普查，限2026年11月8日前完成，逾期2天才完成',
    );
    expect(groundsText({ ...finding, dueOn: '2026-12-01' }, '2026-11-01', today)).toMatch(/前整改$/u);
  });

  it('keep their days where the title is too long', () => {
    const text = groundsText({ ...task, title: '查'.repeat(400) }, null, today);
    expect(text).toHaveLength(LONGEST_DEDUCTION_REASON);
    expect(text).toMatch(/已逾期12天$/u);
  });
});
