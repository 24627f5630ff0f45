import type { BrigadeFields, brigades as contract } from '#shared/contract/brigades.ts';
import { AppError } from '#shared/errors.ts';
import { blankBrigade } from '#shared/rules/brigades/course.ts';
import { brigadeProblem } from '#shared/rules/brigades/problem.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { writeSetting } from '#main/features/office/settings.ts';
import { organizationsOn, type OrganizationOnDay } from '#main/features/organizations/index.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import { brigadeImport } from './import.ts';
import { brigadeOf } from './queries.ts';
import { listBrigades } from './rows.ts';
import { brigadeStandard, STANDARD_SETTING } from './standard.ts';

export { brigadeHandOver } from './hand-over.ts';
export { brigadeOfTown } from './rows.ts';

/** Full-time fire brigades of towns (专职消防队). */
export const brigades: Handlers<typeof contract> = {
  list: (filter, { db, today }) => listBrigades(db, filter, today),
  standard: (_input, { db }) => brigadeStandard(db),

  setStandard({ base, set }, { db, summarize }) {
    const stored = brigadeStandard(db);
    const standard = { ...stored, ...decidePatch({ ...stored }, { ...base }, { ...set }) };
    const { people, drivers, tenders, source } = standard;
    writeSetting(db, STANDARD_SETTING, standard);
    summarize(`人员 ${people}、驾驶员 ${drivers}、水罐车 ${tenders}，${source}`);
    return standard;
  },

  update({ organizationUid, base, set }, { db, today, summarize }) {
    const town = requireTownship(db, organizationUid, today);
    const record = db.get(brigadeOf, { organizationId: town.id });
    const stored = record === undefined ? blankBrigade : fieldsOf(record);
    const changes = decidePatch<BrigadeFields>(stored, base, set);
    const wanted = { ...stored, ...changes };
    requireNoProblem(wanted, today);
    if (record === undefined) db.insert('brigade', { organization_id: town.id, ...columnsOf(wanted) });
    else db.update('brigade', record.id, columnsOf(changes));
    summarize(town.name);
    return { uid: organizationUid };
  },

  importTable: importList(brigadeImport),

  remove({ organizationUid }, { db, today, summarize }) {
    const town = requireTownship(db, organizationUid, today);
    const record = db.get(brigadeOf, { organizationId: town.id });
    if (record === undefined) throw new AppError('notFound', { what: '这个专职消防队' });
    db.remove('brigade', record.id);
    summarize(town.name);
    return { uid: organizationUid };
  },
};

/** @throws AppError notFound, badInput */
function requireTownship(db: ReadStore, uid: string, today: string): OrganizationOnDay {
  const town = [...organizationsOn(db, today).values()].find((each) => each.uid === uid);
  if (town === undefined) throw new AppError('notFound', { what: '这个乡镇(街道)' });
  if (town.level !== 'township')
    throw new AppError('badInput', { detail: `“${town.name}”不是乡镇(街道)，不在这里登记专职消防队` });
  return town;
}

/** @throws AppError badInput */
function requireNoProblem(fields: BrigadeFields, today: string): void {
  const problem = brigadeProblem(fields, today);
  if (problem !== null) throw new AppError('badInput', { detail: problem.text, field: problem.field });
}
