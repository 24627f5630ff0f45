import type { tasks as contract, TextSentence } from '#shared/contract/tasks.ts';
import { unsureWorkday } from '#shared/rules/tasks/read-due.ts';
import { readSentence, type ReadTask } from '#shared/rules/tasks/read-sentence.ts';
import { sentencesOf } from '#shared/rules/tasks/sentences.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import { readContextOf, unitNamesOf } from './named-units.ts';

/** Tasks proposed from texts; nothing is stored until the clerk adds them. */
export const readingHandlers: Pick<Handlers<typeof contract>, 'readText'> = {
  readText({ text, day }, context) {
    const names = unitNamesOf(context.db);
    const reading = readContextOf(context, day);
    return sentencesOf(text).map((sentences) =>
      sentences.map((sentence): TextSentence => {
        const task = readSentence(sentence, names, reading);
        const unsureDay = unsureWorkday(sentence, reading);
        return { text: sentence, task, isLikely: isLikely(task) || unsureDay !== null, unsureDay };
      }),
    );
  },
};

/** The task that a text of that day asks for, taken as one. */
export function readTask(text: string, day: string, context: ReadContext): ReadTask {
  return readSentence(text, unitNamesOf(context.db), readContextOf(context, day));
}

function isLikely({ leadUids, dueOn, feedbackCycle }: ReadTask): boolean {
  return leadUids.length > 0 || dueOn !== null || feedbackCycle.kind !== 'none';
}
