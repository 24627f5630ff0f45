import { column, type FieldColumn, type FieldScope, fieldSource } from '#main/core/fields/field-source.ts';
import { summaries, type SummaryRow } from './queries.ts';

/** Meetings that were held in the time, for forms of other offices. */

export function held({ db, from, to }: Omit<FieldScope, 'periodUid'>): SummaryRow[] {
  const rows = db.all(summaries, { from, to, seriesUid: null });
  return rows.filter(({ status }) => status === 'held').toReversed();
}

export const kindNames = {
  plenary: '全体会议',
  thematic: '专题会议',
  liaison: '联络员会议',
  office: '办公室会议',
} as const;

const columns: readonly FieldColumn<SummaryRow>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('title', '会议名称', 'text', ({ title }) => title),
  column('series', '会议系列', 'text', (row) => row.series_name),
  column('kind', '会议类别', 'text', ({ kind }) => kindNames[kind]),
  column('day', '会议日期', 'day', ({ day }) => day),
  column('place', '会议地点', 'text', ({ place }) => place),
  column('called', '应到人数', 'number', (row) => row.called_count),
  column('present', '实到人数', 'number', (row) => row.present_count),
];

export const meetingFields = [
  fieldSource<SummaryRow[]>({
    key: 'meetingCounts',
    name: '会议统计',
    kind: 'single',
    columns: [
      column('held', '召开会议次数', 'number', (rows) => rows.length),
      ...Object.entries(kindNames).map(([kind, name]) =>
        column<SummaryRow[]>(
          `kind:${kind}`,
          `召开${name}次数`,
          'number',
          (rows) => rows.filter((row) => row.kind === kind).length,
        ),
      ),
    ],
    rows: (scope) => [held(scope)],
  }),
  fieldSource<SummaryRow>({ key: 'meetings', name: '会议(每次一行)', columns, rows: held }),
];
