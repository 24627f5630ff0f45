import type { notices as contract } from '#shared/contract/notices.ts';
import { resultCircularAddressee, resultCircularBody } from '#shared/rules/notices/result-circular.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { finalResults } from '#main/features/assessment/index.ts';
import { createPaper, emptyPaper } from '#main/features/papers/index.ts';

/** 考核结果通报 of a finalised period, as a draft among the papers. */
export const resultCircular: Handlers<typeof contract>['resultCircular'] = ({ periodUid }, context) => {
  const { title, groups } = finalResults(context.db, periodUid);
  const blank = emptyPaper(context, 'circular');
  const paper = createPaper(context, {
    kind: 'circular',
    content: {
      ...blank,
      title: `关于${title}结果的通报`,
      addressee: resultCircularAddressee(groups),
      body: resultCircularBody(title, groups),
    },
    subject: { kind: 'assessmentPeriod', uid: periodUid },
  });
  context.summarize(title);
  return { paperUid: paper.uid };
};
