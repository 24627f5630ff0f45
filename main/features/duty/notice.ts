import type { duty as contract } from '#shared/contract/duty.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { createPaper, fillTemplate } from '#main/features/papers/index.ts';
import { requirePeriod } from './periods.ts';
import { rosterOf } from './roster.ts';
import { rosterTable, sheetTitle } from './sheet.ts';

const TEMPLATE = 'dutyRoster';

/** 值班安排通知: its template says the words, the roster is its attachment. */
export const draftNotice: Handlers<typeof contract>['draftNotice'] = ({ uid }, context) => {
  const { db, summarize } = context;
  const roster = rosterOf(context, requirePeriod(db, uid));
  const { name, firstDay, lastDay, place, phone } = roster.period;
  if (roster.cells.length === 0)
    throw new AppError('refused', { reason: '这个时段还没有排班，请先排好值班表，再拟通知。' });
  const { content, template } = fillTemplate(context, TEMPLATE, {
    值班时段: name.replace(/值班$/u, ''),
    起止日期: `${paperDay(firstDay)}至${paperDay(lastDay)}`,
    值班地点: place,
    值班电话: phone,
  });
  const title = sheetTitle(roster, { from: null, to: null });
  const paper = createPaper(context, {
    kind: 'notice',
    content: {
      ...content,
      attachments: [...content.attachments, { title, body: [rosterTable(roster, roster.days)] }],
    },
    subject: { kind: 'dutyPeriod', uid },
    template,
  });
  summarize(name);
  return { paperUid: paper.uid };
};
