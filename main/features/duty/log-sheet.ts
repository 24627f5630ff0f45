import { shortDay } from '#shared/calendar/days.ts';
import type { DutyEntry, ShiftLog } from '#shared/contract/duty-log.ts';
import { weekdayName } from '#shared/rules/duty/day-words.ts';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import { formField, formLabel } from '#shared/rules/papers/form-paper.ts';
import type { Paper, PaperBlock, PaperCell } from '#shared/rules/papers/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { shiftLog, shiftsOfDays } from './shift-log.ts';

export interface LogDays {
  from: string;
  to: string;
}

/** When it came, from whom, what, how it was handled, and whether it is done. */
const COLUMNS = [20, 34, 50, 34, 18];
const ALL = COLUMNS.length;
const NO_SHIFT = '这些天没有安排值班，没有值班日志。';

/** 值班日志 of some days: each shift with its people, its matters and what it handed over. */
export function logSheet(db: ReadStore, { from, to }: LogDays): Paper {
  const blank = blankPaper('form');
  const office = paperSettings(db).printer;
  const shifts = shiftsOfDays(db, from, to).map((found) => shiftLog(db, found));
  const days = from === to ? shortDay(from) : `${shortDay(from)}至${shortDay(to)}`;
  return {
    ...blank,
    head: { ...blank.head, issuers: office === '' ? [] : [office] },
    title: `值班日志\n（${days}）`,
    body: shifts.length === 0 ? [flush(NO_SHIFT)] : shifts.map(shiftTable),
    signature: null,
  };
}

function shiftTable(shift: ShiftLog): PaperBlock {
  const { day, shiftName, hours, entries, handedDown } = shift;
  return {
    kind: 'table',
    caption: `${shortDay(day)} ${weekdayName(day)} ${shiftName}（${hours}）`,
    columns: COLUMNS,
    headRows: 0,
    rows: [
      ...peopleRows(shift),
      ['时间', '来电来文单位或人员', '事项', '处理情况', '办结'].map((text) => ({
        ...formLabel(text),
        bold: true,
      })),
      ...(handedDown.length === 0 ? [] : [[section('上一班移交')]]),
      ...handedDown.map((entry) => entryRow(entry, day, true)),
      ...(handedDown.length === 0 || entries.length === 0 ? [] : [[section('本班事项')]]),
      ...entries.map((entry) => entryRow(entry, day, false)),
      ...(entries.length === 0 ? [[formField('本班没有登记事项。', ALL)]] : []),
      ...handoverRows(shift),
    ],
    landscape: false,
  };
}

function peopleRows({ leaders, officers, handover }: ShiftLog): PaperCell[][] {
  return [
    [formLabel('带班领导'), formField(leaders.join('、')), formField(`天气：${handover?.weather ?? ''}`, 3)],
    [formLabel('值班人员'), formField(officers.join('、'), ALL - 1)],
  ];
}

function section(text: string): PaperCell {
  return { ...formField(text, ALL), bold: true };
}

/** As it stood on that day: what was done later belongs to a later log. */
function entryRow(entry: DutyEntry, day: string, isHandedDown: boolean): PaperCell[] {
  const { cameAt, sender, matter, steps, closedOn } = entry;
  const done = steps.filter((step) => (isHandedDown ? step.day === day : step.day <= day));
  const isClosed = closedOn !== null && closedOn <= day;
  return [
    formField(isHandedDown ? `${shortDay(entry.day)}\n${cameAt}` : cameAt, 1, 'center'),
    formField(sender, 1, 'center'),
    formField(matter),
    formField(done.map(({ at, text, person }) => `${at} ${text}（${person}）`).join('\n')),
    formField(isClosed ? '已办结' : '未办结', 1, 'center'),
  ];
}

function handoverRows({ handover }: ShiftLog): PaperCell[][] {
  const people =
    handover === null
      ? '交班人：　　　　　　接班人：　　　　　　交接时间：'
      : `交班人：${handover.handedBy}　接班人：${handover.takenBy}　交接时间：${handover.handedAt}`;
  const open = handover === null ? '' : `移交未办结 ${handover.openCount} 件。${handover.note}`;
  return [
    ...(open === '' ? [] : [[formLabel('移交'), formField(open, ALL - 1)]]),
    [formLabel('交接班'), formField(people, ALL - 1)],
  ];
}

function flush(text: string): PaperBlock {
  return { kind: 'paragraph', place: 'flush', runs: [{ text }] };
}
