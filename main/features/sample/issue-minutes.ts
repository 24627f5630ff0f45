import { randomUUID } from 'node:crypto';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { type FindUnit, unitsOf } from './find-unit.ts';
import { takeSteps } from './load-tasks.ts';
import type { SampleMeeting } from './paperwork-data.ts';
import type { RunOperation } from './run-operation.ts';

type Decision = SampleMeeting['agenda'][number]['decided'][number];
/** A decided item with the uid that its mark in the minutes and its task share. */
type Marked = Decision & { uid: string };
interface Topic {
  title: string;
  said: readonly string[];
  decided: readonly Marked[];
}

interface Held {
  uid: string;
  meeting: SampleMeeting;
  minutesOn: string;
}

/** Writes and issues the minutes of a meeting, then lets happen what happened to its decided items. */
export async function issueMinutes(
  run: RunOperation,
  find: FindUnit,
  { uid: meetingUid, meeting, minutesOn: day }: Held,
): Promise<void> {
  const topics = meeting.agenda.map(
    (item): Topic => ({
      ...item,
      decided: item.decided.map((decision) => ({ ...decision, uid: randomUUID() })),
    }),
  );
  const decided = topics.flatMap((topic) => topic.decided);
  for (const { uid, title, dueOn, ...units } of decided) {
    await run('meetings', 'setResolution', { meetingUid, uid, title, dueOn, ...unitsOf(find, units) });
  }
  const { paperUid: uid } = await run('meetings', 'draftMinutes', { uid: meetingUid });
  await writeBody(run, uid, topics);
  await run('papers', 'submit', { uid, to: 'signing', holderUid: null, opinion: '' });
  await run('papers', 'sign', { uid, day, person: '', opinion: '', expected: null });
  await run('papers', 'issue', { uid, day });
  for (const decision of decided) await follow(run, decision);
}

async function writeBody(run: RunOperation, uid: string, topics: readonly Topic[]): Promise<void> {
  const { content } = await run('papers', 'get', { uid });
  const before = content?.body ?? [];
  const opening = before.filter(
    (_block, place) => place < before.findIndex(({ kind }) => kind === 'heading'),
  );
  const body = [...opening, ...topics.flatMap(blocksOf)];
  await run('papers', 'save', { uid, base: { body: before }, set: { body } });
}

function blocksOf({ title, said, decided }: Topic): PaperBlock[] {
  return [
    { kind: 'heading', level: 1, runs: [{ text: title }] },
    ...said.map((text): PaperBlock => ({ kind: 'paragraph', place: 'indented', runs: [{ text }] })),
    ...decided.map(
      ({ uid, text }): PaperBlock => ({
        kind: 'paragraph',
        place: 'indented',
        runs: [{ text, resolution: uid }],
      }),
    ),
  ];
}

async function follow(run: RunOperation, { uid, content, cycle, steps }: Marked): Promise<void> {
  if (content !== '' || cycle.kind !== 'none') {
    await run('tasks', 'update', {
      uid,
      base: { content: '', feedbackCycle: { kind: 'none' } },
      set: { content, feedbackCycle: cycle },
    });
  }
  await takeSteps(run, [uid], steps);
}
