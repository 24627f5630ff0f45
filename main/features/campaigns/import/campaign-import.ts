import { type CampaignMeaning, campaignTableColumns } from '#shared/rules/campaigns/campaign-columns.ts';
import { announcedWord } from '#shared/rules/campaigns/words.ts';
import type { ReadProblem, RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { campaignHandlers } from '../campaigns.ts';
import { allCampaigns, allKinds, type CampaignRecord, type KindRecord } from '../queries.ts';
import { isSecret } from '../secrecy/cover.ts';

/** The kind goes by its name; days that are missing are an error. */
type Fields = Record<'title' | 'kind' | 'document', string> & {
  firstDay: string | null;
  lastDay: string | null;
};

interface ReadCampaigns extends Understood {
  rows: readonly RecordRow<Fields>[];
}

const labels = { kind: '类型', document: '来文依据', firstDay: '开始日期', lastDay: '结束日期' };

/** By title, announced ones only: an unannounced one in a table would be read by whoever has the table. */
export const campaignImport: ListImport<CampaignMeaning, null, ReadCampaigns> = {
  key: 'campaignList',
  what: '专项督查',
  unit: '次督查',
  columns: () => campaignTableColumns,
  withoutHeading: () => ['title', 'kind', 'firstDay', 'lastDay', 'document'],
  understand(db, table) {
    const kinds = db.all(allKinds);
    const open = db.all(allCampaigns).filter((campaign) => !isSecret(campaign));
    const stored = new Map(open.map((campaign) => [keyOf(campaign), campaign]));

    function readRow(texts: RowTexts<CampaignMeaning>, source: TableRow, title: string): Fields {
      const before = stored.get(keyOf({ title }));
      refuseUnannounced(texts, source);
      const [firstDay, lastDay] = [texts.day(source, 'firstDay'), texts.day(source, 'lastDay')];
      const [from, to] = [firstDay ?? before?.first_day, lastDay ?? before?.last_day];
      if (from === undefined || to === undefined) noteMissing(texts, source);
      else if (to < from) texts.note('error', source.row, 'lastDay', '结束日期早于开始日期，请改正。');
      return {
        title,
        kind: kindIn(texts, source, title, { kinds, isNew: before === undefined }),
        document: texts.text(source, 'document'),
        firstDay,
        lastDay,
      };
    }

    const read = understandRecords<CampaignMeaning, Fields>(table, {
      columns: campaignTableColumns,
      subject: 'title',
      read: readRow,
      keyOf,
      known: new Map([...stored].map(([key, row]) => [key, { id: row.id, fields: fieldsOf(row) }])),
      labels,
      whenNew: (said) => said,
      describe: ({ kind }) => [kind],
    });
    const closed = new Set(open.filter(({ status }) => status === 'closed').map(({ id }) => id));
    return { rows: read.rows, problems: [...read.problems, ...closedProblems(read.rows, closed)], notes: [] };
  },
  write({ rows }, context) {
    const { db } = context;
    const kinds = new Map(db.all(allKinds).map(({ name, uid }) => [name, uid]));
    const stored = new Map(db.all(allCampaigns).map((campaign) => [campaign.id, campaign]));
    for (const { action, id, fields } of rows) {
      const { title, kind, document, firstDay, lastDay } = fields;
      const kindUid = kinds.get(kind);
      if (kindUid === undefined || firstDay === null || lastDay === null) continue;
      const set = { kindUid, document, firstDay, lastDay };
      const before = stored.get(id ?? 0);
      if (action === 'add') campaignHandlers.add({ title, announced: true, ...set }, context);
      if (action === 'change' && before !== undefined)
        campaignHandlers.update({ uid: before.uid, base: columnsOf(before), set }, context);
    }
  },
};

function keyOf({ title }: { title: string }): string {
  return title.replaceAll(/\s/gu, '');
}

function fieldsOf(row: CampaignRecord): Fields {
  const { title, kind_name: kind, document, first_day: firstDay, last_day: lastDay } = row;
  return { title, kind, document, firstDay, lastDay };
}

function columnsOf(row: CampaignRecord) {
  const { kind_uid: kindUid, document, first_day: firstDay, last_day: lastDay } = row;
  return { kindUid, document, firstDay, lastDay };
}

function refuseUnannounced(texts: RowTexts<CampaignMeaning>, source: TableRow): void {
  const written = texts.text(source, 'announced');
  if (written === '' || written === announcedWord(true)) return;
  texts.note(
    'error',
    source.row,
    'announced',
    written.includes(announcedWord(false))
      ? '暗访不从表格导入，以免从表格里泄露。请去掉这一行，用“新增督查”登记。'
      : `“${written}”看不懂，请写“明察”，或者空着。`,
  );
}

function noteMissing(texts: RowTexts<CampaignMeaning>, source: TableRow): void {
  for (const [meaning, word] of [
    ['firstDay', '开始日期'],
    ['lastDay', '结束日期'],
  ] as const)
    if (texts.text(source, meaning) === '')
      texts.note('error', source.row, meaning, `没有写${word}，请补上。`);
}

/** As it is written; of a newcomer else the one that its title names. */
function kindIn(
  texts: RowTexts<CampaignMeaning>,
  source: TableRow,
  title: string,
  { kinds, isNew }: { kinds: readonly KindRecord[]; isNew: boolean },
): string {
  const written = texts.text(source, 'kind');
  const named = kinds.find((kind) =>
    written === ''
      ? isNew && [kind.name, kind.title].some((words) => title.includes(words))
      : kind.name === written,
  );
  if (named !== undefined) return named.name;
  if (written === '' && !isNew) return '';
  const choices = `${kinds.map(({ name }) => `“${name}”`).join('、')}，或先在“督查类型”里新增`;
  const problem =
    written === ''
      ? `没有写督查类型，从名称也看不出，请写成${choices}。`
      : `没有“${written}”这个督查类型，请写成${choices}。`;
  texts.note('error', source.row, 'kind', problem);
  return '';
}

function closedProblems(rows: readonly RecordRow<Fields>[], closed: ReadonlySet<number>): ReadProblem[] {
  return rows
    .filter(({ action, id }) => action === 'change' && id !== null && closed.has(id))
    .map(({ row, fields: { title } }) => ({
      severity: 'error',
      row,
      column: '',
      text: `“${title}”已结束，不能再改。请去掉这一行，或者先“重新打开”。`,
    }));
}
