import type { CountyProgress, establishments as contract } from '#shared/contract/establishments.ts';
import { countByCounty, establishedByDay, sumOf } from '#shared/rules/establishments/progress.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { editHandlers } from './edit.ts';
import { establishmentImport } from './import.ts';
import { kindHandlers } from './kinds.ts';
import { pressHandlers } from './press.ts';
import { establishmentRows, requireKind, rowsMeant } from './rows.ts';

export { establishmentHandOver } from './hand-over.ts';

export { bodiesOfTown, bodiesOn } from './standing.ts';

/** Grass-roots bodies (基层机构) that townships and villages set up by a deadline. */
export const establishments: Handlers<typeof contract> = {
  ...kindHandlers,
  ...editHandlers,
  ...pressHandlers,

  importTable: importList(establishmentImport),

  list: (filter, { db, today }) => rowsMeant(db, requireKind(db, filter.kindUid), filter, today),

  progress({ kindUid }, { db, today }) {
    const kind = requireKind(db, kindUid);
    const rows = establishmentRows(db, kind, today);
    const counts = countByCounty(rows, kind.due_on, today);
    const names = new Map(rows.map(({ countyUid, countyName }) => [countyUid, countyName]));
    const counties = [...counts].map(
      ([uid, count]): CountyProgress => ({ ...count, uid, name: names.get(uid) ?? '' }),
    );
    return {
      counties: [{ ...sumOf(counts.values()), uid: null, name: '全市' }, ...counties],
      curve: establishedByDay(rows, today),
    };
  },
};
