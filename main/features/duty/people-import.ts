import {
  dutyPersonColumns,
  type DutyPersonMeaning,
  dutyRolesText,
  readDutyRoles,
} from '#shared/rules/duty/people-columns.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { DutyPersonFields } from '#shared/contract/duty.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { dutyPersonColumnsOf, dutyPersonFieldsOf, peopleHandlers } from './people.ts';
import { allPeople } from './queries.ts';

/** What somebody may do goes by its words. */
type Fields = Record<'name' | 'unit' | 'post' | 'phone' | 'roles', string> & { lastDay: string | null };

interface ReadPeople extends Understood {
  rows: readonly RecordRow<Fields>[];
}

const labels = { unit: '单位', post: '职务', phone: '电话', roles: '岗位', lastDay: '最后一天' };
const USUAL_ROLE = dutyRolesText({ canLead: false, canServe: true });

/** By name and phone: without either phone by the name, where only one is called so. */
export const dutyPersonImport: ListImport<DutyPersonMeaning, null, ReadPeople> = {
  key: 'duty',
  what: '值班人员',
  unit: '人',
  columns: () => dutyPersonColumns,
  withoutHeading: () => ['name', 'unit', 'post', 'phone', 'roles'],
  understand(db, table) {
    const records = db.all(allPeople).map((record) => ({ id: record.id, fields: toFields(record) }));
    const namesakes = Map.groupBy(records, ({ fields }) => fields.name);
    const known = new Map(records.map((record) => [`${record.id}`, record]));

    function keyOf({ name, phone }: Fields): string {
      const called = namesakes.get(name) ?? [];
      const [only] = called;
      const same = called.find(({ fields }) => phoneKey(fields.phone) === phoneKey(phone));
      const isOnly = called.length === 1 && (phone === '' || only?.fields.phone === '');
      const found = same ?? (isOnly ? only : undefined);
      return found === undefined ? `${name} ${phoneKey(phone)}` : `${found.id}`;
    }

    function readRow(texts: RowTexts<DutyPersonMeaning>, source: TableRow, name: string): Fields {
      const fields: Fields = {
        name,
        unit: texts.text(source, 'unit'),
        post: texts.text(source, 'post'),
        phone: texts.text(source, 'phone'),
        roles: rolesIn(texts, source),
        lastDay: texts.day(source, 'lastDay'),
      };
      const called = namesakes.get(name) ?? [];
      if (called.length > 0 && !known.has(keyOf(fields)))
        texts.note('warning', source.row, 'name', namesakeWords(name, called, fields.phone));
      return fields;
    }

    const read = understandRecords<DutyPersonMeaning, Fields>(table, {
      columns: dutyPersonColumns,
      subject: 'name',
      read: readRow,
      keyOf,
      known,
      labels,
      whenNew: (said) => (said.roles === '' ? { ...said, roles: USUAL_ROLE } : said),
      describe: ({ roles }) => [`可以${roles}`],
    });
    return { ...read, notes: [] };
  },
  write({ rows }, context) {
    const added: DutyPersonFields[] = [];
    for (const { action, id, fields } of rows) {
      if (action === 'add') added.push(toPerson(fields));
      if (action === 'change' && id !== null)
        context.db.update('duty_person', id, dutyPersonColumnsOf(toPerson(fields)));
    }
    const items = added.map((fields) => ({ ...fields, rosterPersonUid: null }));
    if (items.length > 0) peopleHandlers.addPeople({ items }, context);
  },
};

/** 0371-62345678 and 037162345678 are one. */
function phoneKey(phone: string): string {
  return phone.normalize('NFKC').replaceAll(/[\s-]/gu, '');
}

function rolesIn(texts: RowTexts<DutyPersonMeaning>, source: TableRow): string {
  const written = texts.text(source, 'roles');
  if (written === '') return '';
  const roles = readDutyRoles(written);
  if (roles !== null) return dutyRolesText(roles);
  texts.note('error', source.row, 'roles', `“${written}”看不懂，请写“带班”“值班”或“带班、值班”。`);
  return '';
}

function namesakeWords(name: string, called: readonly { fields: Fields }[], phone: string): string {
  const phones = called.map(({ fields }) => fields.phone).filter((each) => each !== '');
  const told = phones.length === 0 ? '' : `(电话 ${phones.join('、')})`;
  return phone === ''
    ? `名单里有 ${called.length} 个“${name}”${told}，不知道是哪一个，按另一个人新增；是其中一个的，请填上电话。`
    : `名单里已有“${name}”${told}，电话不同，按另一个人新增；是同一个人换了电话的，请先到名单里改电话。`;
}

function toFields(record: Parameters<typeof dutyPersonFieldsOf>[0]): Fields {
  const { name, unit, post, phone, lastDay, ...roles } = dutyPersonFieldsOf(record);
  return { name, unit, post, phone, roles: dutyRolesText(roles), lastDay };
}

function toPerson({ roles, ...fields }: Fields): DutyPersonFields {
  return { ...fields, ...(readDutyRoles(roles) ?? { canLead: false, canServe: true }) };
}
