import { localDay } from '#shared/calendar/days.ts';
import type { ArchivePart, ArchiveScope, ArchiveTarget } from '#main/core/archive/archive-part.ts';
import { writeStanding } from './archive-standing.ts';
import { stateOf } from './board.ts';
import { exportCollected } from './export-table.ts';
import { originName, type Sources } from './origins.ts';
import { allCollections, collectedRows, type CollectionRow, standingOf } from './queries.ts';
import { briefReturns } from './returns/queries.ts';
import { originOf } from './rows.ts';

/** What was due in the year: who returned what with everything that had to be corrected, the files, what was collected. */
export function collectionArchiveWith(sources: Pick<Sources, 'ledgers'>): ArchivePart {
  return {
    key: 'collections',
    name: '下发收集',
    unit: '次下发收集',

    survey(scope) {
      const collections = dueIn(scope);
      const open = collections.filter((collection) => isOpen(collection, scope)).length;
      return {
        count: collections.length,
        steps: collections.reduce((sum, { id }) => sum + 2 + returnsOf(id, scope).length, 0),
        unfinished:
          open === 0 ? [] : [`有 ${open} 次下发收集还没有收齐：有的单位没有交回，或者交回的还没有合并。`],
      };
    },

    async write(scope, target) {
      for (const collection of dueIn(scope)) {
        const { title, due_on: day } = collection;
        const below = [title];
        await target.add(
          { below, name: '收集情况', kind: '收集情况', title: `${title}：收集情况`, day },
          (job) => writeStanding(collection, job),
        );
        await archiveCollected(collection, sources, scope, target);
        for (const { unit, file_name: name, sha256, received_at: receivedAt } of returnsOf(
          collection.id,
          scope,
        ))
          await target.keep(
            {
              below: [...below, '交回的表', unit],
              kind: '交回的表',
              title: `${unit}：${name}`,
              day: localDay(receivedAt),
              belongsTo: title,
            },
            { name, sha256 },
          );
      }
    },
  };
}

function dueIn({ db, from, to }: ArchiveScope): CollectionRow[] {
  return db
    .all(allCollections)
    .filter(({ due_on: day }) => day >= from && day <= to)
    .toReversed();
}

function returnsOf(collectionId: number, { db }: ArchiveScope) {
  return db.all(briefReturns, { collectionId });
}

function isOpen({ id, closed_on: closedOn }: CollectionRow, { db }: ArchiveScope): boolean {
  return (
    closedOn === null && db.all(standingOf, { collectionId: id }).some((unit) => stateOf(unit) !== 'merged')
  );
}

/** What a ledger has taken over is archived with it. */
async function archiveCollected(
  collection: CollectionRow,
  sources: Pick<Sources, 'ledgers'>,
  { db }: ArchiveScope,
  target: ArchiveTarget,
): Promise<void> {
  const { uid, id, title, due_on: day } = collection;
  const origin = originOf(collection);
  if (origin.kind !== 'form')
    return target.leaveOut(
      `${title}：收集到的内容`,
      `合并到“${originName(origin, sources)}”里了，随那一部分归档；这里有收集情况和交回的表。`,
    );
  if (db.all(collectedRows, { collectionId: id }).length === 0)
    return target.leaveOut(`${title}：收集到的内容`, '还没有合并过，没有内容。');
  await target.add(
    { below: [title], name: '收集到的内容', kind: '汇总表', title: `${title}：收集到的内容`, day },
    (job) => exportCollected({ uid, today: day }, job),
  );
}
