import { v7 } from 'uuid';
import {
  type MeetingMeaning,
  meetingTableColumns,
  readStartTime,
  readWhen,
} from '#shared/rules/meetings/meeting-columns.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { callCommittee } from './call-committee.ts';
import { allMeetings, allSeries, type MeetingRow, type SeriesRow } from './queries.ts';
import { requireMeeting } from './require.ts';

/** The series goes by its name; a day that is not known is an error. */
type Fields = Record<'title' | 'series' | 'day' | 'startTime' | 'place' | 'chair' | 'note', string>;

interface ReadMeetings extends Understood {
  rows: readonly RecordRow<Fields>[];
}

const labels = { startTime: '时间', place: '地点', chair: '主持人', note: '备注' };

/** By title and day. Those before today were held; of who came a list of meetings says nothing. */
export const meetingImport: ListImport<MeetingMeaning, null, ReadMeetings> = {
  key: 'meetingList',
  what: '会议',
  unit: '次会议',
  columns: () => meetingTableColumns,
  withoutHeading: () => ['title', 'series', 'when', 'place', 'chair', 'note'],
  understand(db, table, { today }) {
    const series = db.all(allSeries);
    const names = new Map(series.map(({ id, name }) => [id, name]));
    const stored = new Map(db.all(allMeetings).map((row) => [keyOf(row), row]));
    const known = [...stored].map(
      ([key, row]) => [key, { id: row.id, fields: fieldsOf(row, names.get(row.series_id) ?? '') }] as const,
    );

    function readRow(texts: RowTexts<MeetingMeaning>, source: TableRow, title: string): Fields {
      const { day, startTime } = whenIn(texts, source);
      const row = stored.get(keyOf({ title, day }));
      if (row?.status === 'cancelled')
        texts.note('error', source.row, 'title', `“${title}”已取消，不能再改。请从表格里去掉这一行。`);
      return {
        title,
        series: row === undefined ? seriesIn(texts, source, title, series) : '',
        day,
        startTime,
        place: texts.text(source, 'place'),
        chair: texts.text(source, 'chair'),
        note: texts.text(source, 'note'),
      };
    }

    const read = understandRecords<MeetingMeaning, Fields>(table, {
      columns: meetingTableColumns,
      subject: 'title',
      read: readRow,
      keyOf,
      known: new Map(known),
      labels,
      whenNew: (said) => said,
      describe: ({ series: name, day }) => [name, ...(day < today ? ['已召开'] : [])],
    });
    return { ...read, notes: [] };
  },
  write({ rows }, { db, today }) {
    const series = new Map(db.all(allSeries).map((each) => [each.name, each]));
    for (const { action, id, fields } of rows) {
      if (action === 'change' && id !== null) db.update('meeting', id, columnsOf(fields));
      const own = series.get(fields.series);
      if (action !== 'add' || own === undefined) continue;
      const uid = v7();
      const isHeld = fields.day < today;
      db.insert('meeting', {
        uid,
        series_id: own.id,
        title: fields.title,
        day: fields.day,
        ...columnsOf(fields),
        status: isHeld ? 'held' : 'planned',
      });
      if (!isHeld) callCommittee(db, requireMeeting(db, uid), own.committee_uid);
    }
  },
};

function keyOf({ title, day }: { title: string; day: string }): string {
  return `${day} ${title.replaceAll(/\s/gu, '')}`;
}

function fieldsOf(row: MeetingRow, series: string): Fields {
  const { title, day, place, chair, note } = row;
  return { title, series, day, startTime: row.start_time, place, chair, note };
}

function columnsOf({ startTime, place, chair, note }: Fields) {
  return { start_time: startTime, place, chair, note };
}

function whenIn(texts: RowTexts<MeetingMeaning>, source: TableRow): { day: string; startTime: string } {
  const written = texts.text(source, 'when');
  const when = readWhen(written);
  if (when === null)
    texts.note(
      'error',
      source.row,
      'when',
      written === '' ? '没有写会议日期，请补上。' : `“${written}”不是日期，请写成 2026-11-23 这样。`,
    );
  const time = texts.text(source, 'startTime');
  const startTime = time === '' ? (when?.startTime ?? '') : readStartTime(time);
  if (startTime === null)
    texts.note('error', source.row, 'startTime', `“${time}”不是时间，请写成 09:30 这样。`);
  return { day: when?.day ?? '', startTime: startTime ?? '' };
}

/** By its name, or by what the title says; an office with one series need not write it. */
function seriesIn(
  texts: RowTexts<MeetingMeaning>,
  source: TableRow,
  title: string,
  series: readonly SeriesRow[],
): string {
  const written = texts.text(source, 'series');
  const all = series.map(({ name }) => `“${name}”`).join('、');
  const named = series.filter(({ name }) => (written === '' ? title.includes(name) : name === written));
  const likely = written === '' ? [] : series.filter(({ name }) => name.includes(written));
  const found = named.length === 0 ? likely : named;
  const [only] = written === '' && found.length === 0 && series.length === 1 ? series : found;
  if (only !== undefined && found.length < 2) return only.name;
  texts.note(
    'error',
    source.row,
    'series',
    written === ''
      ? `没有写会议系列，从名称也看不出，请写成${all}。`
      : `没有${found.length > 1 ? '唯一的' : ''}“${written}”这个会议系列，请写成${all}，或先在“会议系列”里设立。`,
  );
  return '';
}
