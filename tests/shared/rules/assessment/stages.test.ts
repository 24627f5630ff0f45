import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grants, type Role } from '#shared/rights.ts';
import {
  countedStages,
  countedText,
  latestStage,
  rightOfStage,
  type ScoreStage,
  scoreStages,
  stageBeneath,
} from '#shared/rules/assessment/stages.ts';

describe('the way of a score', () => {
  it('counts the latest stage, and a self score only where the scheme says so', () => {
    expect(countedStages({ selfCounts: false })).toEqual(['checked', 'reviewed', 'final']);
    expect(countedStages({ selfCounts: true })).toEqual(['self', 'checked', 'reviewed', 'final']);
    expect(latestStage(['final', 'self', 'checked'])).toBe('final');
    expect(latestStage([])).toBeNull();
  });

  it('shows through each stage the one before it, and the self score only where it counts', () => {
    const beneath = (selfCounts: boolean) => scoreStages.map((stage) => stageBeneath(stage, { selfCounts }));
    expect(beneath(false)).toEqual([null, null, 'checked', 'reviewed']);
    expect(beneath(true)).toEqual([null, 'self', 'checked', 'reviewed']);
  });

  it('takes of each cell the entry of the latest stage that has one', () => {
    expect(countedText(['1 a\n2 b', '', '2 c'])).toBe('1 a\n2 c');
    expect(countedText(['', '3 d', ''])).toBe('3 d');
    expect(countedText(['', '', ''])).toBe('');
  });

  it('counts the same whatever was entered first, and nothing else than what stands in some stage', () => {
    const stage = fc.dictionary(fc.constantFrom('1', '2', '3'), fc.constantFrom('{}', '{"direct":1}'));
    const packed = (cells: Record<string, string>) =>
      Object.entries(cells)
        .map(([key, entry]) => `${key} ${entry}`)
        .join('\n');
    fc.assert(
      fc.property(fc.array(stage, { minLength: 1, maxLength: 4 }), (stages) => {
        const counted = Object.assign({}, ...stages) as Record<string, string>;
        const lines = countedText(stages.map(packed)).split('\n').filter(Boolean);
        expect(lines.toSorted()).toEqual(packed(counted).split('\n').filter(Boolean).toSorted());
      }),
    );
  });

  it('lets the director enter every stage, clerks all but the final one, nobody else any', () => {
    const entered = (role: Role): ScoreStage[] =>
      scoreStages.filter((stage) => grants([role], rightOfStage[stage]));
    expect(entered('director')).toEqual(scoreStages);
    expect(entered('clerk')).toEqual(['self', 'checked', 'reviewed']);
    for (const other of ['inspector', 'reader', 'systemAdmin', 'securityAdmin', 'auditor'] as const)
      expect(entered(other)).toEqual([]);
  });
});
