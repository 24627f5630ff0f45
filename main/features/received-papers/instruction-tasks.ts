import type { receivedPapers as contract } from '#shared/contract/received-papers.ts';
import type { TaskProposal, TaskRow } from '#shared/contract/tasks.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { addTasksFrom, readTask, tasksOfSource } from '#main/features/tasks/index.ts';
import { citationOf } from './citation.ts';
import { type EntryRow, receivedById, type ReceivedRow } from './queries.ts';
import { requireEntry, requireReceived } from './rows.ts';

type Names = 'tasks' | 'proposeTask' | 'addTasks' | 'addMarkedTasks';

/** Tasks made from a 批示, or marked in the paper's own text, name the received paper as their source. */
const SOURCE = 'receivedPaper';
const LONGEST_TITLE = 200;
const LONGEST_SOURCE = 200;
/** 请阅处 says too little to be a task's name: what it is about stands in front. */
const SHORT_INSTRUCTION = 12;

/** A leader's instruction becomes a supervised task in one step, linked both ways. */
export const instructionTasks: Pick<Handlers<typeof contract>, Names> = {
  tasks({ uid }, { db, today }) {
    return tasksOfReceived(db, requireReceived(db, uid).uid, today);
  },

  proposeTask({ entryUid }, context) {
    const { entry, received } = requireInstruction(context.db, entryUid);
    return proposalOf(entry, received, context);
  },

  addTasks({ entryUid, items }, context) {
    const { received } = requireInstruction(context.db, entryUid);
    return addTasksFrom({ kind: SOURCE, uid: received.uid }, items, context);
  },

  addMarkedTasks({ uid, items }, context) {
    return addTasksFrom({ kind: SOURCE, uid: requireReceived(context.db, uid).uid }, items, context);
  },
};

export function tasksOfReceived(db: ReadStore, uid: string, today: string): TaskRow[] {
  return tasksOfSource(db, SOURCE, uid, today);
}

/** Its term counts from the day of the instruction. */
function proposalOf(entry: EntryRow, received: ReceivedRow, context: ReadContext): TaskProposal {
  const read = readTask(entry.text, entry.day, context);
  const isShort = read.title.length < SHORT_INSTRUCTION;
  const title = isShort ? `${read.title}：${received.title}` : read.title;
  return {
    kind: 'instruction',
    title: title.slice(0, LONGEST_TITLE),
    content: title === entry.text.trim() ? '' : entry.text,
    assignedOn: entry.day,
    dueOn: read.dueOn,
    feedbackCycle: read.feedbackCycle,
    sourceText: sourceText(entry, received),
    leadUids: read.leadUids,
    supportingUids: read.supportingUids,
  };
}

/** As the ledger prints it: who instructed, on which paper. */
function sourceText({ person }: EntryRow, received: ReceivedRow): string {
  const who = person === '' ? '领导批示' : `${person}批示`;
  const paper = citationOf({ ...received, theirNumber: received.their_number });
  return `${who}：${paper}`.slice(0, LONGEST_SOURCE);
}

/** @throws AppError refused for what is no 批示 */
function requireInstruction(db: ReadStore, entryUid: string): { entry: EntryRow; received: ReceivedRow } {
  const entry = requireEntry(db, entryUid);
  if (entry.kind !== 'instruction') {
    throw new AppError('refused', { reason: '只有领导批示才能转为督办任务。' });
  }
  const received = db.get(receivedById, { id: entry.received_id });
  if (received === undefined) throw new AppError('notFound', { what: '该收文' });
  return { entry, received };
}
