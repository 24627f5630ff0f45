import type { BrigadeFilter, BrigadeList, BrigadeRow } from '#shared/contract/brigades.ts';
import { courseOf } from '#shared/rules/brigades/course.ts';
import { brigadeStageNames, type BrigadeStandard } from '#shared/rules/brigades/model.ts';
import { brigadeState, lateStages, reachedStage, shortfalls } from '#shared/rules/brigades/state.ts';
import { isSaid } from '#main/core/pinyin/is-said.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  organizationsOfLevel,
  organizationsOn,
  type OrganizationOnDay,
} from '#main/features/organizations/index.ts';
import { fieldsOf } from './columns.ts';
import { allBrigades, type BrigadeRecord } from './queries.ts';
import { brigadeStandard } from './standard.ts';

const KEY_TOWN = 'nationalKeyTown';

export function listBrigades(db: ReadStore, filter: BrigadeFilter, today: string): BrigadeList {
  const { denominator } = filter;
  const rows = allRows(db, today).filter(({ isKeyTown }) => denominator === 'townships' || isKeyTown);
  return {
    rows: rows.filter(
      (row) => (filter.view === 'all' || row.state === filter.view) && says(row, filter.text),
    ),
    rate: { denominator, total: rows.length, built: rows.filter(({ state }) => state === 'built').length },
  };
}

/** Null: not a township of that day. */
export function brigadeOfTown(db: ReadStore, today: string, townshipUid: string): BrigadeRow | null {
  return allRows(db, today).find(({ organizationUid }) => organizationUid === townshipUid) ?? null;
}

/** Every township in protocol order, with its brigade where one is known. */
function allRows(db: ReadStore, today: string): BrigadeRow[] {
  const organizations = organizationsOn(db, today);
  const records = new Map(db.all(allBrigades).map((record) => [record.organization_id, record]));
  const standard = brigadeStandard(db);
  return organizationsOfLevel(organizations, 'township').map((organization) => {
    const county = organizations.get(organization.parentId ?? 0);
    return {
      organizationUid: organization.uid,
      name: organization.name,
      countyUid: county?.uid ?? '',
      countyName: county?.name ?? '',
      isKeyTown: hasKeyTownMark(organization),
      ...told(records.get(organization.id), standard, today),
    };
  });
}

function hasKeyTownMark({ marks }: OrganizationOnDay): boolean {
  return marks.includes(KEY_TOWN);
}

function told(
  record: BrigadeRecord | undefined,
  standard: BrigadeStandard,
  today: string,
): Pick<BrigadeRow, 'uid' | 'fields' | 'state' | 'reached' | 'remarks'> {
  if (record === undefined) return { uid: null, fields: null, state: 'none', reached: '', remarks: [] };
  const fields = fieldsOf(record);
  const course = courseOf(fields);
  const state = brigadeState(course, today);
  const late = state === 'built' ? [] : lateStages(course, today);
  return {
    uid: record.uid,
    fields,
    state,
    reached: reachedStage(course, today),
    remarks: [
      ...late.map(({ stage, days }) => `${brigadeStageNames[stage]}滞后 ${days} 天`),
      ...shortfalls(fields, standard),
    ],
  };
}

function says({ name, countyName, fields }: BrigadeRow, text: string): boolean {
  return isSaid(text, name, [name, countyName, fields?.leader ?? '']);
}
