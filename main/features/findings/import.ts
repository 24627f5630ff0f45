import type { Severity } from '#shared/rules/findings/model.ts';
import { type FindingMeaning, findingTableColumns } from '#shared/rules/findings/table-columns.ts';
import { type RowTexts, type TableRow, wordsOf } from '#shared/rules/tables/row-texts.ts';
import { addDays } from '#shared/calendar/days.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { taskSettings, unitNamesOf } from '#main/features/tasks/index.ts';
import { createFinding } from './create.ts';
import { fillIn } from './edit.ts';
import { KnownFindings, markKey, type Meant } from './known-findings.ts';
import { NamedPlaces } from './named-places.ts';
import type { FoundPlace } from './place.ts';
import type { StoredFinding } from './queries.ts';

/** Texts are empty and the rest null where the row says nothing. */
type Fields = Record<
  | 'place'
  | 'spot'
  | 'what'
  | 'element'
  | 'article'
  | 'demand'
  | 'foundOn'
  | 'responsible'
  | 'measures'
  | 'funds'
  | 'timeLimit'
  | 'emergencyPlan'
  /** Of which finding, stored or new, the row is. */
  | 'key',
  string
> & { severity: Severity | null; dueOn: string | null };

interface FindingRow extends RecordRow<Fields> {
  /** Of one that is stored. */
  uid: string | null;
  /** Of a newcomer. */
  found: { place: FoundPlace; leadUids: string[] } | null;
}

interface ReadFindings extends Understood {
  rows: FindingRow[];
}

/** What was found when is never changed by a table, nor how it stands. */
const labels = {
  element: '判定要素',
  article: '违反的条款',
  demand: '整改要求',
  responsible: '责任',
  measures: '措施',
  funds: '资金',
  timeLimit: '时限',
  emergencyPlan: '预案',
};

/** By place, 部位, text and day: what is known is filled in, as 五落实 written into the exported ledger. */
export const findingImport: ListImport<FindingMeaning, null, ReadFindings> = {
  key: 'findings',
  what: '问题隐患',
  unit: '处',
  columns: () => findingTableColumns,
  understand(db, table, { today }) {
    const stored = new KnownFindings(db);
    const places = new NamedPlaces(db, today);
    const units = unitNamesOf(db);
    const { findingDays } = taskSettings(db);
    const found = new Map<number, FindingRow['found']>();

    function lookUp(texts: RowTexts<FindingMeaning>, source: TableRow, said: Fields): FoundPlace | null {
      const place = places.find(texts.text(source, 'county'), said.place);
      if (typeof place === 'string') texts.note('error', source.row, 'county', place);
      const leadUids = leadsOf(texts, source, (name) => units.named(name));
      if (leadUids.length === 0 && texts.text(source, 'leads') === '')
        texts.note('error', source.row, 'leads', '没有写责任单位，请补上。');
      if (typeof place === 'string') return null;
      found.set(source.row, { place, leadUids });
      return place;
    }

    /** @returns the key of what the row means */
    function identify(texts: RowTexts<FindingMeaning>, source: TableRow, said: Fields): string {
      const mark = { ...said, countyId: places.countyNamed(texts.text(source, 'county')) };
      const meant = stored.meantBy(mark);
      noteDoubts(texts, source, meant);
      noteDays(texts, source, said, { today, stored: meant.finding });
      if (meant.finding !== undefined) return String(meant.finding.id);
      if (meant.count > 1) return `row ${source.row}`;
      const place = lookUp(texts, source, said);
      return markKey({ ...mark, countyId: place?.countyId ?? mark.countyId });
    }

    const { rows, problems } = understandRecords<FindingMeaning, Fields>(table, {
      columns: findingTableColumns,
      subject: 'place',
      read: (texts, source, place) => {
        const said = readRow(texts, source, place);
        return { ...said, key: identify(texts, source, said) };
      },
      keyOf: ({ key }) => key,
      known: new Map(
        stored.all.map((finding) => [String(finding.id), { id: finding.id, fields: fieldsOf(finding) }]),
      ),
      labels,
      whenNew: (said) => ({ ...said, dueOn: said.dueOn ?? laterBy(said.foundOn, findingDays) }),
      describe: ({ dueOn }) => (dueOn === null ? [] : [`整改时限 ${dueOn}`]),
    });
    const uids = new Map(stored.all.map(({ id, uid }) => [id, uid]));
    return {
      rows: rows.map((row) => ({
        ...row,
        uid: uids.get(row.id ?? 0) ?? null,
        found: found.get(row.row) ?? null,
      })),
      problems,
      notes: [],
    };
  },
  write({ rows }, context) {
    for (const row of rows) {
      if (row.action === 'add') addRow(context, row);
      if (row.action === 'change' && row.uid !== null) fillIn(context, row.uid, changesOf(row.fields));
    }
  },
};

function addRow(context: WriteContext, { fields, found }: FindingRow): void {
  if (found === null) throw new Error('a row without a place is a problem');
  const { place, leadUids } = found;
  const { foundOn, severity, dueOn, spot, what, element, article, demand } = fields;
  const { responsible, measures, funds, timeLimit, emergencyPlan } = fields;
  createFinding(context, {
    spot,
    what,
    element,
    article,
    demand,
    severity: severity ?? 'ordinary',
    dueOn: dueOn ?? foundOn,
    foundOn,
    leadUids,
    place,
    campaign: null,
    visitId: null,
    itemId: null,
    measures: { responsible, measures, funds, timeLimit, emergencyPlan },
  });
}

function changesOf({ severity, ...fields }: Fields) {
  const { key: _key, place: _place, spot: _spot, what: _what, foundOn: _day, dueOn: _due, ...texts } = fields;
  return severity === null ? texts : { ...texts, severity };
}

function readRow(texts: RowTexts<FindingMeaning>, source: TableRow, place: string): Fields {
  const text = (meaning: FindingMeaning): string => texts.text(source, meaning);
  const [, severity = '', element = ''] = /^([^(（]*)(?:[(（](.*)[)）])?$/u.exec(text('severity')) ?? [];
  if (text('what') === '') texts.note('error', source.row, 'what', '没有写存在的问题，请补上。');
  return {
    key: '',
    place,
    spot: text('spot'),
    what: text('what'),
    severity: severity === '' ? null : severity.includes('重大') ? 'major' : 'ordinary',
    element,
    article: text('article'),
    demand: text('demand'),
    foundOn: texts.day(source, 'foundOn') ?? '',
    dueOn: texts.day(source, 'dueOn'),
    responsible: text('responsible'),
    measures: text('measures'),
    funds: text('funds'),
    timeLimit: text('timeLimit'),
    emergencyPlan: text('emergencyPlan'),
  };
}

function leadsOf(
  texts: RowTexts<FindingMeaning>,
  source: TableRow,
  named: (name: string) => readonly string[],
): string[] {
  return wordsOf(texts.text(source, 'leads')).flatMap((name) => {
    const uids = named(name);
    if (uids.length === 0)
      texts.note('error', source.row, 'leads', `没有找到“${name}”，请写单位的全称或简称。`);
    return [...uids];
  });
}

function noteDoubts(texts: RowTexts<FindingMeaning>, source: TableRow, { count, withoutSpot }: Meant): void {
  const { row } = source;
  if (count > 1)
    texts.note(
      'error',
      row,
      'place',
      `这一天这个单位有 ${count} 处同样的问题，分不清是哪一处。请写上部位和县(市、区)；还是分不清的，请去掉这一行，在“问题隐患”里填写。`,
    );
  else if (count === 0 && withoutSpot > 0)
    texts.note(
      'warning',
      row,
      'spot',
      '已经有一处同样的问题，没有写部位；这一行会作为另一处导入。如果是同一处，请去掉这一行的部位。',
    );
}

function noteDays(
  texts: RowTexts<FindingMeaning>,
  source: TableRow,
  { foundOn, dueOn }: Fields,
  { today, stored }: { today: string; stored: StoredFinding | undefined },
): void {
  const { row } = source;
  if (texts.text(source, 'foundOn') === '') texts.note('error', row, 'foundOn', '没有写发现日期，请补上。');
  if (foundOn > today) texts.note('error', row, 'foundOn', '发现日期不能晚于今天，请核对。');
  if (dueOn !== null && dueOn < foundOn)
    texts.note('error', row, 'dueOn', '整改时限不能早于发现日期，请核对。');
  else if (stored !== undefined && dueOn !== null && dueOn !== stored.due_on)
    texts.note('warning', row, 'dueOn', `整改时限仍是 ${stored.due_on ?? '空的'}；改期请用“延期”。`);
}

function fieldsOf(finding: StoredFinding): Fields {
  const { place, spot, what, severity, element, article, demand, responsible, measures, funds } = finding;
  return {
    key: String(finding.id),
    place,
    spot,
    what,
    severity,
    element,
    article,
    demand,
    foundOn: finding.found_on,
    dueOn: finding.due_on,
    responsible,
    measures,
    funds,
    timeLimit: finding.time_limit,
    emergencyPlan: finding.emergency_plan,
  };
}

function laterBy(day: string, days: number): string | null {
  return day === '' ? null : addDays(day, days);
}
