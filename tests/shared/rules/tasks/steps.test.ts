import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwed, type TaskStatus, taskStatuses } from '#shared/rules/tasks/model.ts';
import { allowedSteps, allows, statusAfter, type TaskStep, taskSteps } from '#shared/rules/tasks/steps.ts';

function walk(from: TaskStatus, ...steps: readonly TaskStep[]): TaskStatus {
  let status = from;
  for (const step of steps) {
    expect(allows(status, step), `${status} ${step}`).toBe(true);
    status = statusAfter(status, step);
  }
  return status;
}

describe('the way of a task', () => {
  it('leads from the minutes to the closed file', () => {
    expect(walk('planned', 'assign', 'receive', 'feedback', 'press', 'report', 'accept', 'close')).toBe(
      'closed',
    );
  });

  it('goes back to the unit when the office does not accept, and on when it is reported again', () => {
    expect(walk('assigned', 'report', 'return')).toBe('returned');
    expect(walk('returned', 'press', 'extend', 'report', 'accept')).toBe('accepted');
  });

  it('stays where it is while being pressed or extended', () => {
    for (const status of taskStatuses) {
      if (allows(status, 'press')) expect(statusAfter(status, 'press')).toBe(status);
      if (allows(status, 'extend')) expect(statusAfter(status, 'extend')).toBe(status);
    }
  });

  it('waits for the office while feedback comes after the report', () => {
    expect(walk('reported', 'feedback')).toBe('reported');
  });

  it('starts anew when what was given up is reopened, and goes on when what was done is', () => {
    expect(walk('cancelled', 'reopen')).toBe('assigned');
    expect(walk('closed', 'reopen')).toBe('inProgress');
    expect(walk('accepted', 'reopen')).toBe('inProgress');
  });

  it('lets a unit be pressed and extended exactly while it owes something', () => {
    for (const status of taskStatuses) {
      expect(allows(status, 'press')).toBe(isOwed(status));
      expect(allows(status, 'extend')).toBe(isOwed(status));
    }
  });

  it('never closes what was not accepted, and never ends without a way on, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...taskSteps), { maxLength: 40 }), (wishes) => {
        let status: TaskStatus = 'planned';
        for (const step of wishes) {
          if (!allows(status, step)) continue;
          const before = status;
          status = statusAfter(status, step);
          if (status === 'closed') expect(before).toBe('accepted');
          if (status === 'accepted') expect(before).toBe('reported');
          expect(allowedSteps(status).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
