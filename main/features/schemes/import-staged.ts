import * as z from 'zod';
import type { schemes as contract } from '#shared/contract/schemes.ts';
import { AppError } from '#shared/errors.ts';
import { schemeContentSchema } from '#shared/rules/schemes/content.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { getStaged, removeStaged } from '#main/core/store/staging.ts';
import { addScheme } from './add-scheme.ts';

export const STAGED_SCHEME = 'schemes.workbook';

/** What `readWorkbook` keeps until the clerk says yes; no content where problems forbid the import. */
const stagedSchema = z.object({ content: schemeContentSchema.nullable(), errors: z.int().min(0) });
export type StagedScheme = z.infer<typeof stagedSchema>;

/** One reversible operation. */
export const importStaged: Handlers<typeof contract>['importStaged'] = (
  { stagedUid, title, appliesTo },
  { db, now, caller, summarize },
) => {
  const staged = getStaged(db, stagedUid);
  if (staged?.kind !== STAGED_SCHEME || staged.userUid !== caller.userUid) {
    throw new AppError('notFound', { what: '读取的方案表格' });
  }
  const { content, errors } = stagedSchema.parse(JSON.parse(staged.payload));
  if (content === null) {
    throw new AppError('refused', { reason: `表格里还有 ${errors} 处问题，请在表格里改好后重新导入。` });
  }
  removeStaged(db, stagedUid);
  const count = content.categories.reduce((sum, { indicators }) => sum + indicators.length, 0);
  summarize(`${title}，${count} 项指标`);
  return { uid: addScheme(db, { ...content, title, appliesTo }, now) };
};
