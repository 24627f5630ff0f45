import type { BrigadeFields, brigades as contract } from '#shared/contract/brigades.ts';
import { AppError } from '#shared/errors.ts';
import { brigadeStages, brigadeStageNames } from '#shared/rules/brigades/model.ts';
import { blankBrigade, courseOf } from '#shared/rules/brigades/course.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { writeSetting } from '#main/features/office/settings.ts';
import { organizationsOn, type OrganizationOnDay } from '#main/features/organizations/index.ts';
import { columnsOf, fieldsOf } from './columns.ts';
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
    requireDone(wanted, today);
    if (record === undefined) db.insert('brigade', { organization_id: town.id, ...columnsOf(wanted) });
    else db.update('brigade', record.id, columnsOf(changes));
    summarize(town.name);
    return { uid: organizationUid };
  },

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

/** What is still to come is a plan; drivers are among the people. */
function requireDone(fields: BrigadeFields, today: string): void {
  const course = courseOf(fields);
  const early = brigadeStages.find((stage) => (course[stage].doneOn ?? '') > today);
  if (early !== undefined)
    throw new AppError('badInput', {
      detail: `${brigadeStageNames[early]}的完成日期还没有到，请填在计划日期里`,
      field: `${early}DoneOn`,
    });
  if (fields.people !== null && fields.drivers !== null && fields.drivers > fields.people)
    throw new AppError('badInput', { detail: '驾驶员不能多于人员总数', field: 'drivers' });
}
