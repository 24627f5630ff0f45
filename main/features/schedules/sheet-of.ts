import type { ScheduleForm } from '#shared/contract/schedules.ts';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import { formField, formLabel } from '#shared/rules/papers/form-paper.ts';
import { isAnnounced } from '#shared/rules/schedule/fit-plan.ts';
import type { Paper, PaperBlock, PaperCell } from '#shared/rules/papers/model.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { type OpenSchedule, openSchedule, type ScheduleContext } from './schedule.ts';
import { dayRows, groupRows } from './tables.ts';

export const scheduleFormNames: Readonly<Record<ScheduleForm, string>> = {
  groups: '分组安排表',
  days: '日程表',
};

/** 分组安排表 or 日程表 as it is sent out. */
export function sheetOf(context: ScheduleContext, uid: string, form: ScheduleForm): Paper {
  const open = openSchedule(context, uid);
  const blank = blankPaper('form');
  const office = paperSettings(context.db).printer;
  return {
    ...blank,
    head: { ...blank.head, issuers: office === '' ? [] : [office] },
    title: `${open.campaign.title}\n${scheduleFormNames[form]}`,
    body: [form === 'groups' ? groupTable(open) : dayTable(open), ...standing(open)],
    signature: null,
  };
}

function groupTable(open: OpenSchedule): PaperBlock {
  const rows = groupRows(open);
  const hasVehicles = rows.some(({ vehicles }) => vehicles !== '');
  const heads = ['组别', '督查地区', '组长', '成员', '时间', ...(hasVehicles ? ['车辆'] : [])];
  return {
    kind: 'table',
    caption: '',
    columns: hasVehicles ? [14, 26, 30, 44, 26, 18] : [14, 30, 34, 50, 28],
    headRows: 1,
    rows: [
      headRow(heads),
      ...rows.map((row) => [
        formField(row.team, 1, 'center'),
        formField(row.counties, 1, 'center'),
        formField(row.leaders),
        formField(row.members),
        formField(row.days, 1, 'center'),
        ...(hasVehicles ? [formField(row.vehicles, 1, 'center')] : []),
      ]),
    ],
    landscape: false,
  };
}

function dayTable(open: OpenSchedule): PaperBlock {
  const byDay = [...Map.groupBy(dayRows(open), ({ day }) => day)];
  return {
    kind: 'table',
    caption: '',
    columns: [22, 16, 22, 66, 30],
    headRows: 1,
    rows: [
      headRow(['日期', '组别', '督查地区', '督查对象', '出动人员']),
      ...byDay.flatMap(([day, rows]) =>
        rows.map((row, at) => [
          ...(at === 0 ? [{ ...formField(day.replace(' ', '\n'), 1, 'center'), down: rows.length }] : []),
          formField(row.team, 1, 'center'),
          formField(row.county, 1, 'center'),
          formField(row.places.join('、')),
          formField(row.people, 1, 'center'),
        ]),
      ),
    ],
    landscape: false,
  };
}

export function headRow(heads: readonly string[]): PaperCell[] {
  return heads.map((text) => ({ ...formLabel(text), bold: true }));
}

/** Whether it may be sent out as it is. */
export function standing({ stored }: OpenSchedule): PaperBlock[] {
  const text =
    stored.publishedOn === null
      ? '（草稿：日程还没有公布）'
      : isAnnounced(stored.plan, stored.announced)
        ? ''
        : '（公布以后有变动，变动还没有公布）';
  return text === '' ? [] : [{ kind: 'paragraph', place: 'flush', runs: [{ text }] }];
}
