import { v7 } from 'uuid';
import type { findings as contract } from '#shared/contract/findings.ts';
import { AppError } from '#shared/errors.ts';
import { reinspectionResultNames } from '#shared/rules/findings/model.ts';
import { reinspectionProblem, stepsOfResult } from '#shared/rules/findings/reinspection.ts';
import type { TaskStatus } from '#shared/rules/tasks/model.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { requireTask, takeStep } from '#main/features/tasks/index.ts';
import { findingList } from './finding-list.ts';
import type { FindingRecord } from './queries.ts';
import { requireFinding } from './rows.ts';

type Names = 'reinspect' | 'closeOut';

/** Looking at it again, and the end. */
export const reinspectionHandlers: Pick<Handlers<typeof contract>, Names> = {
  reinspect({ uids, close, ...looked }, context) {
    const records = requireAll(context, uids);
    const reinspectionUids = records.map((record) => lookAgain(context, record, looked));
    const isClosed = close && looked.result === 'passed';
    if (isClosed) {
      const text = looked.text === '' ? reinspectionResultNames.passed : looked.text;
      closeAll(context, records, { day: looked.day, by: looked.inspectors, text });
    }
    const outcome = isClosed ? '整改合格并销号' : reinspectionResultNames[looked.result];
    context.summarize(`${findingList(records)}，${outcome}`);
    return { reinspectionUids };
  },

  closeOut({ uids, ...end }, context) {
    const records = requireAll(context, uids);
    for (const record of records) requireAccepted(record, requireTask(context.db, record.uid).status);
    closeAll(context, records, end);
    context.summarize(findingList(records));
    return { closed: records.length };
  },
};

function requireAll({ db }: WriteContext, uids: readonly string[]): FindingRecord[] {
  return [...new Set(uids)].map((uid) => requireFinding(db, uid));
}

interface Looked {
  day: string;
  inspectors: string;
  result: 'passed' | 'failed';
  text: string;
}

function lookAgain(context: WriteContext, record: FindingRecord, looked: Looked): string {
  const { db, today, caller } = context;
  const { status } = requireTask(db, record.uid);
  const problem = reinspectionProblem({ foundOn: record.found_on, status, day: looked.day, today });
  if (problem !== null)
    throw new AppError('badInput', { detail: `“${record.place}”${problem}`, field: 'day' });
  const uid = v7();
  db.insert('finding_reinspection', {
    uid,
    finding_id: record.id,
    ...looked,
    user_name: caller.userName,
  });
  const text = [`复查${reinspectionResultNames[looked.result]}`, looked.text].filter(Boolean).join('：');
  const steps = stepsOfResult(status, looked.result);
  for (const step of steps)
    takeStep(context, step, { uids: [record.uid], on: looked.day, text: step === 'report' ? '' : text });
  return uid;
}

interface End {
  day: string;
  by: string;
  text: string;
}

function closeAll(context: WriteContext, records: readonly FindingRecord[], { day, by, text }: End): void {
  for (const { id } of records) context.db.update('finding', id, { closed_by: by });
  const uids = records.map(({ uid }) => uid);
  takeStep(context, 'close', { uids, on: day, text });
}

function requireAccepted({ place }: FindingRecord, status: TaskStatus): void {
  if (status === 'accepted') return;
  const reason =
    status === 'closed'
      ? `“${place}”这处问题已经销号。`
      : `“${place}”还没有复查合格，请先“登记复查”，再销号。`;
  throw new AppError('refused', { reason });
}
