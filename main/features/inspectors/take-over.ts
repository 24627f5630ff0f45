import { v7 } from 'uuid';
import type { PoolCandidate, inspectors as contract } from '#shared/contract/inspectors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { findPeople, personOfRosters } from '#main/features/rosters/index.ts';
import { insertInspector } from './columns.ts';
import { personList } from './person-list.ts';
import { allInspectors, type InspectorRecord } from './queries.ts';
import { unitNameOf } from './rows.ts';

type Names = 'candidates' | 'takeOver';
const OFFERED = 50;

/** Who stands in a roster need not be typed again. */
export const takeOverHandlers: Pick<Handlers<typeof contract>, Names> = {
  candidates({ text }, { db, today }) {
    const pool = db.all(allInspectors);
    return findPeople(db, { text, limit: OFFERED }, today).map(
      ({ uid, name, unit, post, officePhone, mobile }): PoolCandidate => ({
        personUid: uid,
        name,
        unitName: unit,
        post,
        phone: mobile || officePhone,
        isInPool: pool.some((record) => isSame(record, { name, unit })),
      }),
    );
  },

  takeOver({ personUids, roles }, { db, today, summarize }) {
    const people = personUids.map((uid) => personOfRosters(db, uid, today));
    const uids = people.map(({ name, organizationUid, unit, post, officePhone, mobile }) => {
      const uid = v7();
      insertInspector(db, uid, {
        name,
        organizationUid,
        unit: organizationUid === null ? unit : '',
        homeCountyUid: null,
        roles,
        skillUids: [],
        post,
        phone: mobile || officePhone,
        note: '',
        leftOn: null,
      });
      return uid;
    });
    summarize(personList(people.map(({ name }) => name)));
    return { uids };
  },
};

/** Rosters name a unit as it stands in its own committee, the pool with its county. */
function isSame(record: InspectorRecord, { name, unit }: { name: string; unit: string }): boolean {
  return record.name === name && unitNameOf(record).endsWith(unit);
}
