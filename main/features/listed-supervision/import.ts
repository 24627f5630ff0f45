import type { ListedLevel } from '#shared/contract/listed-supervision.ts';
import { readWrittenDay } from '#shared/calendar/written-day.ts';
import { listedTableColumns, type ListedMeaning } from '#shared/rules/notices/listed-columns.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { UnitNames } from '#shared/rules/tasks/unit-names.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { unitNamesOf } from '#main/features/tasks/index.ts';
import { addListed } from './add.ts';
import { allListed, type ListedDbRow } from './queries.ts';
import { listedColumns } from './update.ts';

/** `dueOn` and `listedOn` are empty, the level null where the row does not say them. */
type Fields = Record<
  | 'name'
  | 'address'
  | 'hazards'
  | 'responsiblePerson'
  | 'phone'
  | 'leader'
  | 'supervisingUnit'
  | 'measures'
  | 'listedOn'
  | 'dueOn',
  string
> & { organizationUid: string | null; level: ListedLevel | null; boardHungOn: string | null };

interface ReadListed extends Understood {
  rows: readonly RecordRow<Fields>[];
}

/** The date limit is changed by an extension and the board is hung by a step, so that their days stay visible. */
const labels = {
  organizationUid: '责任单位',
  level: '级别',
  address: '地址',
  hazards: '主要火灾隐患',
  responsiblePerson: '整改责任人',
  phone: '电话',
  leader: '包案领导',
  supervisingUnit: '督办单位',
  measures: '整改措施',
};
const FROZEN = '已经摘牌，不能修改。请先“重新挂牌”，或从表格里去掉这一行。';
/** The first that fits: 县（市、区）级 names a city too. */
const levelWords: readonly (readonly [ListedLevel, RegExp])[] = [
  ['province', /^(?:省|自治区|[^市县区]*省级)/u],
  ['county', /^[^省市]*[县区]|^市(?:辖区|[(（]县)/u],
  ['city', /市/u],
];

/** By name and day of listing. */
export const listedImport: ListImport<ListedMeaning, null, ReadListed> = {
  key: 'listedSupervision',
  what: '挂牌督办',
  unit: '项',
  columns: () => listedTableColumns,
  understand(db, table, { today }) {
    const stored = db.all(allListed);
    const organizations = organizationsOn(db, today);
    const uidOf = (id: number | null) => organizations.get(id ?? 0)?.uid ?? null;
    const names = new Map([...organizations.values()].map(({ uid, name }) => [uid, name]));
    const known = new Map(
      stored.map((row) => [
        `${row.name} ${row.listed_on}`,
        { id: row.id, row, fields: fieldsOf(row, uidOf(row.organization_id)) },
      ]),
    );
    const units = unitNamesOf(db);
    const read = understandRecords<ListedMeaning, Fields>(table, {
      columns: listedTableColumns,
      subject: 'name',
      read: (texts, source, name) => {
        const said = readRow(texts, source, name, units);
        noteProblems(texts, source, said, known.get(keyOf(said))?.row);
        return said;
      },
      keyOf,
      known,
      labels,
      shown: (value, field) =>
        field === 'organizationUid' ? (names.get(String(value)) ?? '') : levelShown(value),
      whenNew: (said) => ({ ...said, level: said.level ?? 'city' }),
    });
    const frozen = new Set(stored.filter(({ delisted_on }) => delisted_on !== null).map(({ id }) => id));
    for (const { action, id, row } of read.rows)
      if (action === 'change' && id !== null && frozen.has(id))
        read.problems.push({ severity: 'error', row, column: '', text: FROZEN });
    return { ...read, notes: [] };
  },
  write({ rows }, context) {
    for (const { action, id, fields } of rows) {
      const { dueOn, boardHungOn, level, organizationUid, ...rest } = fields;
      const own = { ...rest, level: level ?? 'city' };
      if (action === 'add') addListed(context, { ...own, organizationUid, kind: 'unit', dueOn, boardHungOn });
      // A unit that was dissolved since then has no uid of today; a row never takes a unit away.
      const kept = organizationUid === null ? own : { ...own, organizationUid };
      if (action === 'change' && id !== null)
        context.db.update('listed_supervision', id, listedColumns(context.db, kept));
    }
  },
};

function keyOf({ name, listedOn }: Fields): string {
  return `${name} ${listedOn}`;
}

function readRow(texts: RowTexts<ListedMeaning>, source: TableRow, name: string, units: UnitNames): Fields {
  const text = (meaning: ListedMeaning): string => texts.text(source, meaning);
  const organization = text('organization');
  const level = levelWords.find(([, words]) => words.test(text('level')))?.[0] ?? null;
  if (level === null && text('level') !== '')
    texts.note('error', source.row, 'level', `没有看懂“${text('level')}”，请写省级、市级或县级。`);
  const [organizationUid = null, ...others] = organization === '' ? [] : units.named(organization);
  if (organization !== '' && (organizationUid === null || others.length > 0))
    texts.note('error', source.row, 'organization', `没有找到“${organization}”，请写一个单位的全称或简称。`);
  return {
    name,
    organizationUid,
    level,
    address: text('address'),
    hazards: text('hazards'),
    responsiblePerson: text('responsiblePerson'),
    phone: text('phone'),
    leader: text('leader'),
    supervisingUnit: text('supervisingUnit'),
    measures: text('measures'),
    listedOn: texts.day(source, 'listedOn') ?? '',
    // The exported ledger writes the first limit of an extended one behind it: 2026-12-31(原 2026-10-31).
    dueOn: readWrittenDay(text('dueOn').replace(/[(（].*$/u, '')) ?? '',
    boardHungOn: readWrittenDay(text('board')),
  };
}

function noteProblems(
  texts: RowTexts<ListedMeaning>,
  source: TableRow,
  { listedOn, dueOn }: Fields,
  stored: ListedDbRow | undefined,
): void {
  const { row } = source;
  if (texts.text(source, 'listedOn') === '') texts.note('error', row, 'listedOn', '没有写挂牌日期，请补上。');
  if (dueOn === '') texts.note('error', row, 'dueOn', '整改期限请写成 2026-11-23 这样。');
  else if (dueOn < listedOn) texts.note('error', row, 'dueOn', '整改期限不能早于挂牌日期，请核对。');
  if (stored !== undefined && dueOn !== '' && dueOn !== stored.due_on)
    texts.note('warning', row, 'dueOn', `整改期限仍是 ${stored.due_on}；改期请在挂牌督办里“延期”。`);
}

function fieldsOf(row: ListedDbRow, organizationUid: string | null): Fields {
  return {
    name: row.name,
    organizationUid,
    level: row.level,
    address: row.address,
    hazards: row.hazards,
    responsiblePerson: row.responsible_person,
    phone: row.phone,
    leader: row.leader,
    supervisingUnit: row.supervising_unit,
    measures: row.measures,
    listedOn: row.listed_on,
    dueOn: row.due_on,
    boardHungOn: row.board_hung_on,
  };
}

const levelNames: Readonly<Record<string, string>> = { province: '省级', city: '市级', county: '县级' };

function levelShown(value: string | number): string {
  return levelNames[value] ?? String(value);
}
