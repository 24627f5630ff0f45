import type { Roster, RosterExport } from '#shared/contract/roster-views.ts';
import { paperDay } from '#shared/calendar/days.ts';
import type { RosterEntry } from '#shared/rules/rosters/model.ts';
import {
  alignedName,
  byPosition,
  maskedPhone,
  placeText,
  remarkText,
} from '#shared/rules/rosters/printed-names.ts';
import { paperRow } from '#main/core/excel/write/list-paper.ts';
import type { PaperColumn, PaperRow, PaperSheet } from '#main/core/excel/write/paper-workbook.ts';

/* The lists that the office hands out, each on its sheet: a position's label once, names aligned. */

interface SheetInput {
  roster: Roster;
  options: RosterExport;
}

const LEAST_HEIGHT = 26;

const left = (width: number): PaperColumn => ({ width, align: 'left' });
const center = (width: number): PaperColumn => ({ width, align: 'center' });

/** 组成人员名单. */
export function rosterSheet({ roster, options }: SheetInput): PaperSheet {
  const { committee, entries, positions } = roster;
  const rows = byPosition(entries, positions).flatMap(({ position, entries: held }) =>
    held.map(
      (entry, index): PaperRow => [
        index === 0 ? { value: position.name, down: held.length, strong: true } : null,
        { value: nameOf(entry) },
        { value: placeText(entry) },
        { value: remarkText(entry) },
      ],
    ),
  );
  return {
    name: '名单',
    columns: [center(16), center(14), left(46), left(16)],
    title: `${committee.name}组成人员名单`,
    caption: captionOf(roster),
    head: [paperRow(['职位', '姓名', '单位及职务', '备注'])],
    rows,
    foot: officeLines(roster, options),
    orientation: 'portrait',
    leastRowHeight: LEAST_HEIGHT,
  };
}

/** 通讯录. */
export function phoneBookSheet({ roster, options }: SheetInput): PaperSheet {
  const { committee, entries, positions } = roster;
  const phone = (text: string) => ({ value: options.maskPhones ? maskedPhone(text) : text });
  let number = 0;
  const rows = byPosition(entries, positions).flatMap(({ position, entries: held }) =>
    held.map((entry, index): PaperRow => {
      number += 1;
      return [
        { value: number },
        index === 0 ? { value: position.name, down: held.length, strong: true } : null,
        { value: nameOf(entry) },
        { value: entry.unit },
        { value: entry.post },
        phone(entry.officePhone),
        phone(entry.mobile),
        { value: remarkText(entry) },
      ];
    }),
  );
  return {
    name: '通讯录',
    columns: [center(6), center(14), center(12), left(34), left(24), center(18), center(16), left(14)],
    title: `${committee.name}通讯录`,
    caption: captionOf(roster),
    head: [paperRow(['序号', '职位', '姓名', '单位', '职务', '办公电话', '手机', '备注'])],
    rows,
    foot: officeLines(roster, options),
    leastRowHeight: LEAST_HEIGHT,
  };
}

/** 签到表: one line per person, whatever they hold; empty lines for those who come besides. */
export function signInSheet({ roster, options }: SheetInput): PaperSheet {
  const { committee, entries } = roster;
  const persons = [...new Map(entries.map((entry) => [entry.personUid, entry])).values()];
  const lines = persons.map(
    (entry): PaperRow => [
      null,
      { value: nameOf(entry) },
      { value: entry.unit },
      { value: entry.post },
      { value: phoneOf(entry, options) },
      null,
      null,
    ],
  );
  const blank = Array.from({ length: SPARE_LINES }, (): PaperRow => Array.from({ length: 7 }, () => null));
  return {
    name: '签到表',
    columns: [center(6), center(12), left(32), left(22), center(16), center(14), left(14)],
    title: '签到表',
    caption: { left: `会议名称：\u3000\u3000\u3000\u3000主办：${committee.officeName}`, right: '' },
    head: [
      [
        { value: '时间：', across: 3, align: 'left' },
        null,
        null,
        { value: '地点：', across: 4, align: 'left' },
        null,
        null,
        null,
      ],
      paperRow(['序号', '姓名', '单位', '职务', '联系电话', '签到时间', '备注']),
    ],
    leastRowHeight: 30,
    rows: [...lines, ...blank].map((row, index): PaperRow => [{ value: index + 1 }, ...row.slice(1)]),
    foot: [],
  };
}

const SPARE_LINES = 5;

/** 成员单位: who sits for a unit, and whom to call there. */
export function unitSheet({ roster, options }: SheetInput): PaperSheet {
  const { committee, entries, positions } = roster;
  const roleOf = new Map(positions.map(({ uid, role }) => [uid, role]));
  const units = Map.groupBy(
    entries.filter(({ unit }) => unit !== ''),
    ({ organizationUid, unit }) => organizationUid ?? unit,
  );
  const people = (held: readonly RosterEntry[], isLiaison: boolean) => [
    ...new Map(
      held
        .filter(({ positionUid }) => (roleOf.get(positionUid) === 'liaison') === isLiaison)
        .map((entry) => [entry.personUid, entry]),
    ).values(),
  ];
  const lines = (texts: readonly string[]) => ({ value: texts.join('\n') });
  const rows = [...units.values()].map((held, index): PaperRow => {
    const [members, liaisons] = [people(held, false), people(held, true)];
    return [
      { value: index + 1 },
      { value: held[0]?.unit ?? '' },
      lines(members.map(nameOf)),
      lines(members.map(({ post }) => post)),
      lines(liaisons.map(nameOf)),
      lines(liaisons.map((entry) => phoneOf(entry, options))),
      null,
    ];
  });
  return {
    name: '成员单位',
    columns: [center(6), left(36), center(13), left(22), center(13), center(18), left(14)],
    title: `${committee.name}成员单位一览表`,
    caption: captionOf(roster),
    head: [paperRow(['序号', '成员单位', '组成人员', '职务', '联络员', '联络员电话', '备注'])],
    rows,
    foot: [],
    leastRowHeight: LEAST_HEIGHT,
  };
}

function nameOf({ name }: RosterEntry): string {
  return alignedName(name);
}

function phoneOf({ mobile, officePhone }: RosterEntry, { maskPhones }: RosterExport): string {
  const phone = mobile === '' ? officePhone : mobile;
  return maskPhones ? maskedPhone(phone) : phone;
}

function captionOf({ committee, day }: Roster): PaperSheet['caption'] {
  return { left: committee.officeName, right: paperDay(day) };
}

function officeLines({ committee }: Roster, { maskPhones }: RosterExport): string[] {
  const { officeName, officeUnit, officePhone } = committee;
  if (officeUnit === '' && officePhone === '') return [];
  const where = officeUnit === '' ? '' : `${officeName}设在${officeUnit}。`;
  const call = officePhone === '' ? '' : `联系电话：${maskPhones ? maskedPhone(officePhone) : officePhone}。`;
  return [`${where}${call}`];
}
