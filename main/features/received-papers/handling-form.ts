import { paperDay } from '#shared/calendar/days.ts';
import type { ReceivedDetail, ReceivedEntry, ReceivedEntryKind } from '#shared/contract/received-papers.ts';
import { filledForm, type FormValues } from '#shared/rules/papers/filled-form.ts';
import { signedWords } from '#shared/rules/papers/form-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { printedDay } from '#shared/rules/papers/printed-words.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import { printedForm } from '#main/features/papers/index.ts';
import { detailOf } from './rows.ts';

/** 收文处理单: what came in, what was proposed and instructed, who has read it, how it ended. */
export function handlingFormOf(sources: Pick<ReadContext, 'db' | 'resourcesFolder'>, uid: string): Paper {
  const received = detailOf(sources.db, uid);
  return filledForm(printedForm(sources, 'handlingForm'), valuesOf(received), [
    {
      names: ['传阅人', '送阅日期', '阅毕日期', '签名或意见'],
      entries: received.entries.filter(({ kind }) => kind === 'circulation').map(readerEntry),
      keepsRoom: true,
    },
  ]);
}

function valuesOf(received: ReceivedDetail): FormValues {
  return {
    来文单位: received.sender,
    份数: String(received.copies),
    来文字号: received.theirNumber,
    密级: received.secrecy,
    收文日期: paperDay(received.receivedOn),
    收文编号: `${received.year}-${received.serial}`,
    办理期限: printedDay(received.dueOn ?? ''),
    缓急: received.urgency,
    标题: received.title,
    拟办意见: wordsOf(received.entries, 'proposal'),
    领导批示: wordsOf(received.entries, 'instruction'),
    办理结果: wordsOf(received.entries, 'result'),
    办结日期: printedDay(received.doneOn ?? ''),
    登记人: received.registeredBy,
  };
}

function wordsOf(entries: readonly ReceivedEntry[], kind: ReceivedEntryKind): string {
  return entries
    .filter((entry) => entry.kind === kind)
    .map(({ text, person, day }) => signedWords(text, person, paperDay(day)))
    .join('\n');
}

/** 传阅: to whom it was handed and when that one had read it. */
function readerEntry({ person, day, readOn, text }: ReceivedEntry): FormValues {
  return { 传阅人: person, 送阅日期: paperDay(day), 阅毕日期: printedDay(readOn ?? ''), 签名或意见: text };
}
