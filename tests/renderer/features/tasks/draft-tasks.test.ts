import { expect, it } from 'vitest';
import type { TextSentence } from '#shared/contract/tasks.ts';
import { type DraftTask, withDueAnew } from '#renderer/features/tasks/draft-tasks.ts';

const sentence = (dueOn: string | null): TextSentence => ({
  text: '三个工作日内反馈',
  task: {
    title: '反馈',
    content: '',
    leadUids: [],
    supportingUids: [],
    dueOn,
    feedbackCycle: { kind: 'none' },
  },
  isLikely: true,
  unsureDay: null,
});
const draft = (key: string, dueOn: string | null): DraftTask => ({
  ...sentence(dueOn).task,
  key,
  kind: null,
  assignedOn: null,
  sourceText: '',
  problems: [],
});

it('due days of a text that is read anew are the new ones, but those that the clerk has written', () => {
  const before = [[sentence(null), sentence(null)], [sentence('2026-12-31')]];
  const after = [[sentence('2027-01-05'), sentence('2027-01-08')], [sentence('2027-01-20')]];
  const drafts = [draft('0 0', null), draft('0 1', '2027-01-06'), draft('1 0', '2026-12-31')];
  expect(withDueAnew(drafts, before, after).map(({ dueOn }) => dueOn)).toEqual([
    '2027-01-05',
    '2027-01-06',
    '2027-01-20',
  ]);
});
