import { describe, expect, it } from 'vitest';
import type { StageProgress } from '#shared/contract/assessment.ts';
import { scoreStages } from '#shared/rules/assessment/stages.ts';
import { progressRows, scorerTotals } from '#renderer/features/assessment/progress/progress-rows.ts';
import { aFrame } from '#tests/support/builders/frame.ts';
import { anItem } from '#tests/support/builders/scheme.ts';

const frame = aFrame([anItem(50, [], { uid: 'i1' }), anItem(50, [], { uid: 'i2' })]);
type Stages = StageProgress['objects'][number]['stages'];

function progress(given: Partial<Record<string, Partial<Stages[number]>>>): StageProgress {
  const empty = { entered: 0, firstEmpty: 'i1', firstEntered: null, scorers: [] };
  const stages = scoreStages.map((stage) => ({ stage, ...empty, ...given[stage] }));
  return { objects: [{ objectUid: 'object0', cellCount: 2, stages, judges: [] }] };
}
const by = (userName: string, count: number) => ({ userName, count, latest: 0 });

describe('the progress of a group', () => {
  it('leads to the first cell that is missing, and to what is there where nothing has to be', () => {
    const [row] = progressRows(
      frame,
      progress({
        checked: { entered: 1, firstEmpty: 'i2', firstEntered: 'i1', scorers: [by('李明', 1)] },
        reviewed: { entered: 1, firstEmpty: 'i1', firstEntered: 'i2', scorers: [by('王芳', 1)] },
      }),
    );
    expect(row!.stages.self).toMatchObject({ isExpected: true, goal: 'i1', words: '' });
    expect(row!.stages.checked).toMatchObject({ isExpected: true, goal: 'i2', words: '李明' });
    expect(row!.stages.reviewed).toMatchObject({ isExpected: false, goal: 'i2', words: '王芳' });
    expect(row!.stages.final).toMatchObject({ isExpected: false, goal: null });
  });

  it('adds up what each one has entered, most first', () => {
    const rows = progressRows(
      frame,
      progress({
        self: { entered: 1, scorers: [by('李明', 1)] },
        checked: { entered: 2, scorers: [by('王芳', 2), by('李明', 3)] },
      }),
    );
    expect(rows[0]!.stages.checked.words).toBe('王芳 2 项、李明 3 项');
    expect(scorerTotals(rows)).toEqual([
      {
        userName: '李明',
        stages: [
          { stage: 'self', count: 1 },
          { stage: 'checked', count: 3 },
        ],
      },
      { userName: '王芳', stages: [{ stage: 'checked', count: 2 }] },
    ]);
  });
});
