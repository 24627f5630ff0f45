import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { AppError } from '#shared/errors.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { rosterLines } from '#shared/rules/rosters/printed-list.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { createPaper, fillTemplate } from '#main/features/papers/index.ts';
import { changeDetail } from './changes.ts';
import { changeLines } from './notice.ts';

const TEMPLATE = 'rosterChange';
const LIST_PLACE = '组成人员名单';

/** The adjustment notice as a draft of a paper; its template says the words around the list. */
export function makeNotice(
  { uid, form }: { uid: string; form: 'full' | 'changes' },
  context: WriteContext,
): { paperUid: string } {
  const { db, summarize } = context;
  const { committee, after, positions, difference, day, title, reason } = changeDetail(db, uid);
  const lines = form === 'full' ? rosterLines(after, positions) : changeLines(difference, positions);
  if (lines.length === 0)
    throw new AppError('refused', { reason: '还没有任何调整，请先增减或更换人员，再生成调整通知。' });
  const fields = { 委员会名称: committee.name, 调整原因: reason, 执行日期: paperDay(day) };
  const { content: filled, template } = fillTemplate(context, TEMPLATE, fields);
  const content = { ...filled, title, body: withList(filled.body, lines) };
  const { uid: paperUid } = createPaper(context, {
    kind: TEMPLATE,
    content,
    subject: { kind: TEMPLATE, uid },
    template,
  });
  summarize(title);
  return { paperUid };
}

/** Each line is a paragraph of its own, at the place that the template left open; at the end where it has none. */
function withList(body: readonly PaperBlock[], lines: readonly string[]): PaperBlock[] {
  const list = lines.map((text): PaperBlock => ({ kind: 'paragraph', place: 'indented', runs: [{ text }] }));
  const isPlace = (block: PaperBlock) =>
    block.kind === 'paragraph' && block.runs.some(({ field }) => field === LIST_PLACE);
  return body.some(isPlace) ? body.flatMap((block) => (isPlace(block) ? list : [block])) : [...body, ...list];
}
