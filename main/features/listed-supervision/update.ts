import type { listedSupervision as contract, ListedRow } from '#shared/contract/listed-supervision.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { organizationsOn, requireOrganization } from '#main/features/organizations/index.ts';
import { boardDueWith } from './board-due.ts';
import type { ListedDbRow } from './queries.ts';
import { requireOnList, requireOrder } from './rows.ts';

export type ListedFields = Pick<
  ListedRow,
  | 'name'
  | 'kind'
  | 'level'
  | 'organizationUid'
  | 'address'
  | 'hazards'
  | 'responsiblePerson'
  | 'phone'
  | 'leader'
  | 'supervisingUnit'
  | 'measures'
  | 'listedOn'
>;

export const updateListed: Handlers<typeof contract>['update'] = ({ uid, base, set }, context) => {
  const { db, today, summarize } = context;
  const row = requireOnList(db, uid);
  const changes = decidePatch<ListedFields>(fieldsOf(db, row, today), base, set);
  requireOrder(changes.listedOn ?? row.listed_on, row.due_on);
  const { listedOn } = changes;
  db.update('listed_supervision', row.id, {
    ...listedColumns(db, changes),
    ...(listedOn === undefined ? {} : { board_due_on: boardDueWith(context)(listedOn) }),
  });
  summarize(changes.name ?? row.name);
  return { uid };
};

/** Only the columns of the fields that are given. */
export function listedColumns(db: ReadStore, fields: Partial<ListedFields>) {
  const { organizationUid, responsiblePerson, supervisingUnit, listedOn, ...same } = fields;
  return {
    ...same,
    ...(organizationUid === undefined ? {} : { organization_id: idOf(db, organizationUid) }),
    ...(responsiblePerson === undefined ? {} : { responsible_person: responsiblePerson }),
    ...(supervisingUnit === undefined ? {} : { supervising_unit: supervisingUnit }),
    ...(listedOn === undefined ? {} : { listed_on: listedOn }),
  };
}

function idOf(db: ReadStore, organizationUid: string | null): number | null {
  return organizationUid === null ? null : requireOrganization(db, organizationUid).id;
}

function fieldsOf(db: ReadStore, row: ListedDbRow, today: string): ListedFields {
  const { name, kind, level, address, hazards, phone, leader, measures } = row;
  return {
    name,
    kind,
    level,
    address,
    hazards,
    phone,
    leader,
    measures,
    organizationUid: organizationsOn(db, today).get(row.organization_id ?? 0)?.uid ?? null,
    responsiblePerson: row.responsible_person,
    supervisingUnit: row.supervising_unit,
    listedOn: row.listed_on,
  };
}
