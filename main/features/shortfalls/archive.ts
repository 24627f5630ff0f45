import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import { allItems, type ItemRecord } from './queries.ts';
import { exportShortfallsWith } from './workbook.ts';

/** The table of each item of which something was entered, as it stands. */
export function shortfallArchiveWith(sources: readonly MeasureSource[]): ArchivePart {
  return {
    key: 'shortfalls',
    name: '设施欠账',
    unit: '张表',

    survey: (scope) => ({ count: entered(scope).length }),

    async write(scope, target) {
      const { today, caller: by } = scope;
      for (const { uid: itemUid, name: item } of entered(scope)) {
        const name = `${item}欠账表`;
        await target.add({ name, kind: '台账', title: name, day: today }, (job) =>
          exportShortfallsWith(sources)({ itemUid, today, by }, job),
        );
      }
    },
  };
}

function entered({ db }: ArchiveScope): ItemRecord[] {
  return db.all(allItems).filter(({ used_by: count }) => count > 0);
}
