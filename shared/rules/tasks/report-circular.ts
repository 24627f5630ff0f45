import { paperDay } from '../../calendar/days.ts';
import { bodyCell, bodyRuns, bodyText } from '../papers/blank-paper.ts';
import type { PaperBlock, PaperCell, PaperTable } from '../papers/model.ts';
import { placeParts } from '../papers/place-parts.ts';
import type { UnitRole } from './model.ts';
import {
  monthWords,
  mostLateDaysOf,
  type ReportLine,
  type ReportOfUnit,
  roleWords,
  type TaskReport,
} from './monthly-report.ts';

/** A report whose units have names. */
export type NamedReport = Omit<TaskReport, 'units'> & { units: readonly (ReportOfUnit & { name: string })[] };

const FACTS = '基本情况';
const PROBLEMS = '存在的问题';

/** The body of a template with the figures in their places: totals, table and who was in time; then who is late. */
export function reportCircularBody(template: readonly PaperBlock[], report: NamedReport): PaperBlock[] {
  return placeParts(template, [
    { place: FACTS, blocks: factBlocks(report) },
    { place: PROBLEMS, blocks: problemBlocks(report) },
  ]);
}

function factBlocks(report: NamedReport): PaperBlock[] {
  const late = new Set(report.units.filter(isLate).map(({ unitUid }) => unitUid));
  const inTime = report.units.filter((unit) => unit.inTime > 0 && !late.has(unit.unitUid));
  return [
    bodyText(openingSentence(report)),
    ...supportingSentence(report).map(bodyText),
    tableOf(report),
    listOf('按时完成的单位', inTime),
  ];
}

function openingSentence({ month, asOf, taskCount, units, totals }: NamedReport): string {
  const shared =
    totals.owed === taskCount ? '' : `（多个单位牵头的，分别计入各单位，合计${totals.owed}项次）`;
  const running = totals.notYetDue === 0 ? '' : `，尚未到期${totals.notYetDue}项`;
  return (
    `${monthWords(month)}应办结督办任务${taskCount}项，涉及${inRole(units, 'lead').length}个牵头单位${shared}。` +
    `截至${paperDay(asOf)}，按时完成${totals.inTime}项，逾期完成${totals.late}项，` +
    `逾期未完成${totals.overdue}项${running}；累计催办${totals.pressed}次，延期${totals.extended}次。`
  );
}

/** None where supporting units are not counted, or where there are none. */
function supportingSentence({ units, supportingTotals }: NamedReport): string[] {
  const count = inRole(units, 'supporting').length;
  if (supportingTotals === null || count === 0) return [];
  const { owed, inTime, late, overdue, notYetDue } = supportingTotals;
  const running = notYetDue === 0 ? '' : `，尚未到期${notYetDue}项次`;
  return [
    `上述任务涉及${count}个配合单位，配合任务与牵头任务分别统计，合计${owed}项次：` +
      `按时完成${inTime}项次，逾期完成${late}项次，逾期未完成${overdue}项次${running}。`,
  ];
}

function inRole(units: NamedReport['units'], role: UnitRole): NamedReport['units'] {
  return units.filter((unit) => unit.role === role);
}

/** A unit that leads and supports is named once. */
function listOf(label: string, units: NamedReport['units']): PaperBlock {
  const names = [...new Set(units.map(({ name }) => name))];
  const count = names.length === 0 ? '' : `（${names.length}个）`;
  return bodyRuns(
    { text: `${label}${count}：`, bold: true },
    { text: names.length === 0 ? '无。' : `${names.join('、')}。` },
  );
}

function isLate({ late, overdue }: ReportOfUnit): boolean {
  return late + overdue > 0;
}

function problemBlocks({ units }: NamedReport): PaperBlock[] {
  const late = units.filter(isLate);
  return [
    listOf('有任务逾期的单位', late),
    ...late.map((unit) =>
      bodyRuns(
        { text: `${unit.name}${unit.role === 'supporting' ? '（配合）' : ''}：`, bold: true },
        { text: `${unit.lines.flatMap(lateWords).join('；')}。` },
      ),
    ),
  ];
}

function lateWords(line: ReportLine): string[] {
  if (line.outcome !== 'late' && line.outcome !== 'overdue') return [];
  const extended = line.firstDueOn === line.dueOn ? '' : `，原时限${paperDay(line.firstDueOn)}`;
  const pressed = line.pressed === 0 ? '' : `，催办${line.pressed}次`;
  return [`“${line.title}”（时限${paperDay(line.dueOn)}${extended}）${lateness(line)}${pressed}`];
}

function lateness({ outcome, lateDays }: ReportLine): string {
  if (outcome === 'late') return `逾期${lateDays}天完成`;
  // Due on the last day of the month that is counted.
  return lateDays === 0 ? '到期未完成' : `已逾期${lateDays}天`;
}

interface Column {
  heading: string;
  share: number;
}

const ROLE: Column = { heading: '职责', share: 10 };
const columns: readonly Column[] = [
  { heading: '序号', share: 7 },
  { heading: '单位', share: 27 },
  { heading: '应办结', share: 9 },
  { heading: '按时完成', share: 9 },
  { heading: '逾期完成', share: 9 },
  { heading: '逾期未完成', share: 10 },
  { heading: '尚未到期', share: 9 },
  { heading: '最长逾期(天)', share: 11 },
  { heading: '催办(次)', share: 9 },
  { heading: '延期(次)', share: 9 },
];

function tableOf({ month, units, totals, supportingTotals }: NamedReport): PaperTable {
  const withRole = supportingTotals !== null;
  const shown = withRole ? columns.toSpliced(2, 0, ROLE) : columns;
  const mostLate = (role: UnitRole) => mostLateDaysOf(inRole(units, role));
  return {
    kind: 'table',
    caption: `${monthWords(month)}督办任务完成情况`,
    columns: shown.map(({ share }) => share),
    headRows: 1,
    rows: [
      shown.map(({ heading }) => bodyCell(heading, 'center', true)),
      ...units.map((unit, index) => {
        const role = withRole ? [roleWords[unit.role]] : [];
        return rowOf([String(index + 1), unit.name, ...role], unit, unit.mostLateDays);
      }),
      rowOf(['', '合计', ...(withRole ? [roleWords.lead] : [])], totals, mostLate('lead')),
      ...(withRole
        ? [rowOf(['', '合计', roleWords.supporting], supportingTotals, mostLate('supporting'))]
        : []),
    ],
    landscape: false,
  };
}

/** @param head number, name and, where both are counted, role */
function rowOf(head: readonly string[], counts: TaskReport['totals'], mostLateDays: number): PaperCell[] {
  const { owed, inTime, late, overdue, notYetDue, pressed, extended } = counts;
  const numbers = [owed, inTime, late, overdue, notYetDue, mostLateDays, pressed, extended];
  return [
    ...head.map((text, place) => bodyCell(text, place === 1 ? 'left' : 'center')),
    ...numbers.map((value) => bodyCell(String(value), 'center')),
  ];
}
