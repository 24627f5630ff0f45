import type {
  EstablishmentFields,
  EstablishmentFilter,
  EstablishmentRow,
} from '#shared/contract/establishments.ts';
import { AppError } from '#shared/errors.ts';
import { establishmentState, planProblem } from '#shared/rules/establishments/state.ts';
import { addDays } from '#shared/calendar/days.ts';
import { isSaid } from '#main/core/pinyin/is-said.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  organizationsOfLevel,
  organizationsOn,
  type OrganizationOnDay,
} from '#main/features/organizations/index.ts';
import {
  endedUnitsOfKind,
  type EstablishmentRecord,
  kindByUid,
  type KindRecord,
  recordsOfKind,
} from './queries.ts';

export const nothingKnown: EstablishmentFields = {
  plannedOn: null,
  establishedOn: null,
  document: '',
  place: '',
  head: '',
  phone: '',
  posts: null,
  note: '',
};

/** @throws AppError notFound */
export function requireKind(db: ReadStore, uid: string): KindRecord {
  const kind = db.get(kindByUid, { uid });
  if (kind === undefined) throw new AppError('notFound', { what: '这类基层机构' });
  return kind;
}

export function fieldsOf(record: EstablishmentRecord | undefined): EstablishmentFields {
  if (record === undefined) return nothingKnown;
  const { planned_on: plannedOn, established_on: establishedOn } = record;
  const { document, place, head, phone, posts, note } = record;
  return { plannedOn, establishedOn, document, place, head, phone, posts, note };
}

/** Every unit that has to set it up, as it stands today: county by county in protocol order. */
export function establishmentRows(db: ReadStore, kind: KindRecord, today: string): EstablishmentRow[] {
  const organizations = organizationsOn(db, today);
  const records = new Map(
    db.all(recordsOfKind, { kindId: kind.id }).map((record) => [record.organization_id, record]),
  );
  return organizationsOfLevel(organizations, kind.level).map((organization) => {
    const record = records.get(organization.id);
    const fields = fieldsOf(record);
    return {
      ...fields,
      ...placeOf(organization, organizations),
      organizationUid: organization.uid,
      uid: record?.uid ?? null,
      name: organization.name,
      state: establishmentState(fields, kind.due_on, today),
      remark: planProblem(fields, kind.due_on, today),
      endedOn: null,
    };
  });
}

function placeOf(
  { uid, level, parentId }: OrganizationOnDay,
  organizations: ReadonlyMap<number, OrganizationOnDay>,
): Pick<EstablishmentRow, 'countyUid' | 'countyName' | 'townshipUid' | 'townshipName'> {
  const parent = organizations.get(parentId ?? 0);
  const county = level === 'village' ? organizations.get(parent?.parentId ?? 0) : parent;
  return {
    countyUid: county?.uid ?? '',
    countyName: county?.name ?? '',
    townshipUid: level === 'village' ? (parent?.uid ?? '') : uid,
    townshipName: level === 'village' ? (parent?.name ?? '') : '',
  };
}

/** What the ledger shows: units of today, or in the view `ended` those that are no more. */
export function rowsMeant(
  db: ReadStore,
  kind: KindRecord,
  filter: EstablishmentFilter,
  today: string,
): EstablishmentRow[] {
  const rows = filter.view === 'ended' ? endedRows(db, kind, today) : establishmentRows(db, kind, today);
  return rows.filter((row) => isMeant(row, filter));
}

/** Units that were closed or merged this year with something entered that nobody took over, as they stood at last. */
function endedRows(db: ReadStore, kind: KindRecord, today: string): EstablishmentRow[] {
  const from = `${today.slice(0, 4)}-01-01`;
  const ended = db.all(endedUnitsOfKind, { kindId: kind.id, from, today });
  const byDay = Map.groupBy(ended, (unit) => unit.last_day);
  return [...byDay].flatMap(([lastDay, units]) => {
    const uids = new Set(units.map(({ uid }) => uid));
    const endedOn = addDays(lastDay, 1);
    return establishmentRows(db, kind, lastDay)
      .filter(({ organizationUid }) => uids.has(organizationUid))
      .map((row) => ({ ...row, endedOn, remark: `${endedOn} 撤并` }));
  });
}

function isMeant(row: EstablishmentRow, { countyUid, view, text }: EstablishmentFilter): boolean {
  return (countyUid === null || row.countyUid === countyUid) && isInView(row, view) && says(row, text);
}

function isInView({ state, remark }: EstablishmentRow, view: EstablishmentFilter['view']): boolean {
  switch (view) {
    case 'all':
    case 'ended':
      return true;
    case 'established':
    case 'late':
      return state === view;
    case 'missing':
      return state !== 'established';
    case 'behind':
      return state !== 'established' && remark !== '';
  }
}

function says({ name, countyName, townshipName, head, place }: EstablishmentRow, text: string): boolean {
  return isSaid(text, name, [name, countyName, townshipName, head, place]);
}
