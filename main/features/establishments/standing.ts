import type { EstablishmentRow } from '#shared/contract/establishments.ts';
import type { OverviewBody } from '#shared/contract/overview.ts';
import { establishedByDay } from '#shared/rules/establishments/progress.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allKinds } from './queries.ts';
import { establishmentRows } from './rows.ts';

/** How far the bodies of each kind are, in the city or in one county. */
export function bodiesOn(db: ReadStore, today: string, countyUid: string | null): OverviewBody[] {
  return db.all(allKinds).map((kind) => {
    const rows = establishmentRows(db, kind, today).filter(
      (row) => countyUid === null || row.countyUid === countyUid,
    );
    const inState = (wanted: string) => rows.filter(({ state }) => state === wanted).length;
    return {
      kindUid: kind.uid,
      name: kind.name,
      dueOn: kind.due_on,
      total: rows.length,
      established: inState('established'),
      late: inState('late'),
      days: establishedByDay(rows, today),
    };
  });
}

interface BodyOfTown extends EstablishmentRow {
  kindName: string;
}

/** What one township has to have, of each kind of its level. */
export function bodiesOfTown(db: ReadStore, today: string, townshipUid: string): BodyOfTown[] {
  return db
    .all(allKinds)
    .filter(({ level }) => level === 'township')
    .flatMap((kind) =>
      establishmentRows(db, kind, today)
        .filter(({ organizationUid }) => organizationUid === townshipUid)
        .map((row) => ({ ...row, kindName: kind.name })),
    );
}
