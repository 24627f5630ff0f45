import type { fireFigures as contract } from '#shared/contract/fire-figures.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import { enterFigures } from './enter.ts';
import { fireImport } from './import.ts';
import { entryOf, fireMonth } from './month.ts';
import { partsByFigure } from './parts.ts';
import { entriesOf } from './queries.ts';
import { splitOfMonth } from './split.ts';
import { wordHandlers } from './words.ts';

export { collectedFigures } from './collected.ts';
export { collectedParts } from './collected-parts.ts';

/** Fire figures (火灾数据) by county, township and month. */
export const fireFigures: Handlers<typeof contract> = {
  month: ({ month, countyUid }, { db }) => fireMonth(db, month, countyUid),

  split: (asked, { db }) => splitOfMonth(db, asked),

  entries({ month, organizationUid }, { db }) {
    const { id: organizationId } = requireOrganization(db, organizationUid);
    const entries = db.all(entriesOf, { month, organizationId });
    const parts = partsByFigure(db, entries);
    return entries.map((entry) => entryOf(entry, parts.get(entry.id) ?? []));
  },

  enter({ seenUid, organizationUid, ...entered }, context) {
    const { db, summarize } = context;
    const place = requireOrganization(db, organizationUid);
    const [latest] = db.all(entriesOf, { month: entered.month, organizationId: place.id });
    if ((latest?.uid ?? null) !== seenUid)
      throw new AppError('refused', { reason: '这个月的数据刚刚由别人登记过，请核对新的数字后再登记。' });
    const { uid, name } = enterFigures(context, place.uid, entered);
    summarize(`${name} ${entered.month}`);
    return { uid };
  },

  ...wordHandlers,
  importTable: importList(fireImport),
};
