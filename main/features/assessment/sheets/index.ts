import { MOST_PRINTED_SCORE_SHEETS, type scoreSheets as contract } from '#shared/contract/score-sheets.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { blankSheets } from './blank-sheets.ts';
import { blankPaper } from './paper.ts';
import { enterStaged } from './staged.ts';

/** Score sheets given out to be filled in, and read back. */
export const scoreSheets: Handlers<typeof contract> = {
  forms(scope, { db, today }) {
    const sheets = blankSheets(db, scope, today);
    if (sheets.length > MOST_PRINTED_SCORE_SHEETS)
      throw new AppError('refused', {
        reason: `一次最多打印 ${MOST_PRINTED_SCORE_SHEETS} 张，现在有 ${sheets.length} 张，请少选几个单位或评委。`,
      });
    return sheets.map(blankPaper);
  },

  enterStaged,
};
