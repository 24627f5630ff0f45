import type { papers as contract } from '#shared/contract/papers.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { cosigners } from './cosigners.ts';
import { draftFormOf } from './draft-form.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { earlierImport } from './earlier-import.ts';
import { earlierPapers } from './earlier.ts';
import { listKinds, requireSeries } from './kinds.ts';
import { paperLists } from './list.ts';
import { nextNumber } from './numbers.ts';
import { detailOf } from './rows.ts';
import { paperSetup } from './setup.ts';
import { paperSteps } from './steps.ts';
import { templateSetup } from './template-setup.ts';
import { paperWriting } from './write-paper.ts';

export { enterEarlierPaper } from './earlier.ts';
export { requireKind, requireSeries } from './kinds.ts';
export { papersOfSubject } from './list.ts';
export { numberAsWritten } from './said-series.ts';
export { paperByNumber } from './paper-by-number.ts';
export { paperContents, requirePaper } from './rows.ts';
export { searchText } from './search-text.ts';
export { paperSettings } from './settings.ts';
export { issuePaper, signPaper } from './steps.ts';
export { onPapersOf } from './subject-hooks.ts';
export { emptyPaper, type FilledTemplate, fillTemplate, printedForm, templateFiller } from './templates.ts';
export { createPaper, editPaper } from './write-paper.ts';

/** Official papers: their text, their way from 拟稿 to 印发, their numbers. */
export const papers: Handlers<typeof contract> = {
  ...paperLists,
  get: ({ uid }, { db }) => detailOf(db, uid),
  draftForm: ({ uid }, context) => draftFormOf(context, uid),
  kinds: (_input, { db }) => listKinds(db),
  nextNumber({ seriesUid, day }, { db }) {
    const { text, serial } = nextNumber(db, requireSeries(db, { uid: seriesUid }), day);
    return { text, serial };
  },
  ...paperWriting,
  ...paperSteps,
  ...cosigners,
  ...earlierPapers,
  importTable: importList(earlierImport),
  ...paperSetup,
  ...templateSetup,
};
