import { takeSteps } from './load-tasks.ts';
import type { SampleReceivedPaper } from './paperwork-data.ts';
import type { RunOperation } from './run-operation.ts';

type Instruction = NonNullable<SampleReceivedPaper['instruction']>;

/** Received papers on their way through the office; an instruction on one of them has become a task. */
export async function loadReceivedPapers(
  run: RunOperation,
  papers: readonly SampleReceivedPaper[],
): Promise<void> {
  for (const { proposal, instruction, circulation, finished, ...fields } of papers) {
    const { uid } = await run('receivedPapers', 'register', { ...fields, urgency: '', secrecy: '' });
    await enter(run, uid, 'proposal', proposal);
    if (instruction !== null) {
      const entryUid = await enter(run, uid, 'instruction', instruction);
      if (instruction.task !== null) await giveOut(run, entryUid, instruction.task);
    }
    for (const { readOn, ...handed } of circulation) {
      const entryUid = await enter(run, uid, 'circulation', { ...handed, text: '' });
      if (readOn === null) continue;
      await run('receivedPapers', 'correctEntry', {
        uid: entryUid,
        base: { readOn: null },
        set: { readOn },
      });
    }
    if (finished !== null) await run('receivedPapers', 'finish', { uid, ...finished });
  }
}

/** @returns uid of the entry */
async function enter(
  run: RunOperation,
  uid: string,
  kind: 'proposal' | 'instruction' | 'circulation',
  { person, day, text }: { person: string; day: string; text: string },
): Promise<string> {
  const { uids } = await run('receivedPapers', 'addEntries', { uid, kind, persons: [person], day, text });
  return uids[0] ?? '';
}

async function giveOut(
  run: RunOperation,
  entryUid: string,
  { title, steps }: NonNullable<Instruction['task']>,
): Promise<void> {
  const proposal = await run('receivedPapers', 'proposeTask', { entryUid });
  const item = { ...proposal, title, content: proposal.title, startOn: null, each: false, keep: true };
  const { uids } = await run('receivedPapers', 'addTasks', { entryUid, items: [item] });
  await takeSteps(run, uids, steps);
}
