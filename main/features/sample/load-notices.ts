import type { FindUnit } from './find-unit.ts';
import { takeSteps } from './load-tasks.ts';
import type { SampleNoticeBatch, SampleNoticeUnit } from './paperwork-data.ts';
import type { RunOperation } from './run-operation.ts';

const MOST_TASKS = 500;

/** Notices to units whose tasks are late, and what came back. */
export async function loadNotices(
  run: RunOperation,
  find: FindUnit,
  batches: readonly SampleNoticeBatch[],
): Promise<void> {
  const { rows } = await run('tasks', 'list', {
    filter: { text: '', view: 'all', kind: null, unitUid: null, sourceUid: null },
    sort: 'due',
    descending: false,
    after: null,
    limit: MOST_TASKS,
  });
  const taskUid = (title: string) => rows.find((task) => task.title === title)?.uid ?? '';
  for (const { units, channel, person, ...batch } of batches) {
    const { uids } = await run('notices', 'create', {
      ...batch,
      units: units.map(({ unit, task }) => ({
        organizationUid: find(unit).uid,
        unit: find(unit).name,
        taskUids: [taskUid(task)],
        previousUid: null,
      })),
    });
    await run('notices', 'signAndIssue', { uids, day: batch.day, person });
    for (const [place, unit] of units.entries()) {
      const uid = uids[place] ?? '';
      const { receivedOn, receivedBy } = unit;
      await run('notices', 'send', { uids: [uid], sentOn: batch.day, channel, receivedOn, receivedBy });
      if (unit.reply !== null) await enterReply(run, uid, unit.reply);
      await takeSteps(run, [taskUid(unit.task)], unit.steps);
    }
  }
}

async function enterReply(
  run: RunOperation,
  uid: string,
  { day, person, text, verdict, judgedOn, judgement }: NonNullable<SampleNoticeUnit['reply']>,
): Promise<void> {
  const { replyUid } = await run('notices', 'reply', { uid, day, person, text });
  await run('notices', 'judge', { replyUid, verdict, day: judgedOn, text: judgement });
}
