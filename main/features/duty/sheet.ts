import { shortDay } from '#shared/calendar/days.ts';
import type { DutyRoster } from '#shared/contract/duty-views.ts';
import type { PartnerUnit } from '#shared/contract/partner-units.ts';
import { weekdayName } from '#shared/rules/duty/day-words.ts';
import { type DutyRole, type DutyShift } from '#shared/rules/duty/model.ts';
import { shiftHours } from '#shared/rules/duty/shifts.ts';
import { swapsAt, swapWords } from '#shared/rules/duty/swap-words.ts';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import { formField, formLabel } from '#shared/rules/papers/form-paper.ts';
import type { Paper, PaperBlock, PaperCell } from '#shared/rules/papers/model.ts';

export interface SheetDays {
  from: string | null;
  to: string | null;
}

export interface SheetFrame extends SheetDays {
  office: string;
  partners: readonly PartnerUnit[];
}

/** 值班表 as it hangs on the wall: who is on duty, who swapped, whom to call. */
export function dutySheet(roster: DutyRoster, { office, partners, from, to }: SheetFrame): Paper {
  const blank = blankPaper('form');
  const { period } = roster;
  const first = from ?? period.firstDay;
  const last = to ?? period.lastDay;
  const days = roster.days.filter(({ day }) => first <= day && day <= last);
  return {
    ...blank,
    head: { ...blank.head, issuers: office === '' ? [] : [office] },
    title: sheetTitle(roster, { from, to }),
    body: [rosterTable(roster, days), ...foot(roster, first, last), ...partnerTable(partners)],
    signature: null,
  };
}

/** 国庆节值班表; of some of its days: 国庆节值班表（10月1日至10月7日） */
export function sheetTitle({ period }: DutyRoster, { from, to }: SheetDays): string {
  const name = period.name.endsWith('值班') ? `${period.name}表` : `${period.name}值班表`;
  return from === null || to === null ? name : `${name}\n（${shortDay(from)}至${shortDay(to)}）`;
}

/** Who is on duty on these days. */
export function rosterTable(roster: DutyRoster, days: DutyRoster['days']): PaperBlock {
  const { shifts } = roster.period;
  const isOneShift = shifts.length === 1;
  const heads = ['日期', ...(isOneShift ? [] : ['班次']), '带班领导', '值班人员', '备注'];
  return {
    kind: 'table',
    caption: '',
    columns: isOneShift ? [26, 42, 46, 42] : [24, 18, 38, 42, 34],
    headRows: 1,
    rows: [
      heads.map((text) => ({ ...formLabel(text), bold: true })),
      ...days.flatMap(({ day, holiday }) =>
        shifts.map((shift, at) => [
          ...(at === 0 ? [dayCell(day, holiday, shifts.length)] : []),
          ...(isOneShift ? [] : [formField(`${shift.name}\n${shift.startsAt}`, 1, 'center')]),
          formField(namesAt(roster, day, shift, 'leader'), 1, 'center'),
          formField(namesAt(roster, day, shift, 'officer'), 1, 'center'),
          formField(remarkOf(roster, day, shift)),
        ]),
      ),
    ],
    landscape: false,
  };
}

function dayCell(day: string, holiday: string, down: number): PaperCell {
  const weekday = `${shortDay(day)}\n${weekdayName(day)}`;
  return { ...formField(holiday === '' ? weekday : `${weekday} ${holiday}`, 1, 'center'), down };
}

export function peopleAt({ cells, people }: DutyRoster, day: string, shift: DutyShift, role: DutyRole) {
  return cells
    .filter((cell) => cell.day === day && cell.shiftUid === shift.uid && cell.role === role)
    .flatMap((cell) => people.filter(({ uid }) => uid === cell.personUid));
}

function namesAt(roster: DutyRoster, day: string, shift: DutyShift, role: DutyRole): string {
  return peopleAt(roster, day, shift, role)
    .map(({ name, phone }) => `${name} ${phone}`.trim())
    .join('\n');
}

/** Swaps are seen on the roster itself: who had it, who has it, by whose leave. */
export function remarkOf({ cells, swaps }: DutyRoster, day: string, shift: DutyShift): string {
  const said = cells
    .filter((cell) => cell.day === day && cell.shiftUid === shift.uid)
    .flatMap((cell) => swapsAt(swaps, cell).map(swapWords));
  return [...new Set(said)].join('\n');
}

function foot({ period, violations }: DutyRoster, first: string, last: string): PaperBlock[] {
  const broken = violations.filter(({ day }) => first <= day && day <= last).length;
  const facts = [
    ['值班地点', period.place],
    ['值班电话', period.phone],
    ['传真', period.fax],
    ['每日报告', period.reportDue === '' ? '' : `${period.reportDue}前`],
  ]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}：${value}`);
  const hours = period.shifts.map(({ uid, name }) => `${name} ${shiftHours(period.shifts, uid)}`).join('，');
  const lines = [...inPairs(facts), `班次：${hours}。交接班要当面交清，未办结事项移交下一班。`, period.note];
  return [...lines, broken === 0 ? '' : `（草稿：还有 ${broken} 处与排班规则不符）`]
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'paragraph', place: 'flush', runs: [{ text }] }));
}

/** Two to a line, so that no number is torn. */
function inPairs(facts: readonly string[]): string[] {
  return facts.flatMap((fact, at) =>
    at % 2 === 0 ? [[fact, facts[at + 1] ?? ''].join('　').trimEnd()] : [],
  );
}

function partnerTable(partners: readonly PartnerUnit[]): PaperBlock[] {
  if (partners.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: '联动单位通讯录',
      columns: [20, 58, 38, 40],
      headRows: 1,
      rows: [
        ['类别', '单位', '值班电话', '联系人'].map((text) => ({ ...formLabel(text), bold: true })),
        ...partners.map(({ kind, name, dutyPhone, contact, contactPhone }) => [
          formField(kind, 1, 'center'),
          formField(name),
          formField(dutyPhone, 1, 'center'),
          formField([contact, contactPhone].filter((part) => part !== '').join('\n'), 1, 'center'),
        ]),
      ],
      landscape: false,
    },
  ];
}
