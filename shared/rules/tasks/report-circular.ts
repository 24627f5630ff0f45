import { paperDay } from '../../calendar/days.ts';
import { bodyText } from '../papers/blank-paper.ts';
import type { PaperBlock, PaperCell, PaperRun, PaperTable } from '../papers/model.ts';
import { monthWords, type ReportLine, type ReportOfUnit, type TaskReport } from './monthly-report.ts';

/** A report whose units have names. */
export type NamedReport = Omit<TaskReport, 'units'> & { units: readonly (ReportOfUnit & { name: string })[] };

/** What the template calls the place of each part; a template without a place gets the part at its end. */
const FACTS = '基本情况';
const PROBLEMS = '存在的问题';

/** The body of a template with the figures in their places: totals, table and who was in time; then who is late. */
export function reportCircularBody(template: readonly PaperBlock[], report: NamedReport): PaperBlock[] {
  const parts = [
    { place: FACTS, blocks: factBlocks(report) },
    { place: PROBLEMS, blocks: problemBlocks(report) },
  ];
  const placed = template.flatMap((block) => {
    const part = parts.find(({ place }) => isPlace(block, place));
    return part === undefined ? [block] : part.blocks;
  });
  const left = parts.filter(({ place }) => !template.some((block) => isPlace(block, place)));
  return [...placed, ...left.flatMap(({ blocks }) => blocks)];
}

function isPlace(block: PaperBlock, name: string): boolean {
  return block.kind === 'paragraph' && block.runs.some(({ field }) => field === name);
}

function factBlocks(report: NamedReport): PaperBlock[] {
  return [
    bodyText(openingSentence(report)),
    tableOf(report),
    listOf(
      '按时完成的单位',
      report.units.filter(({ late, overdue, inTime }) => late + overdue === 0 && inTime > 0),
    ),
  ];
}

function openingSentence({ month, asOf, taskCount, units, totals }: NamedReport): string {
  const shared =
    totals.owed === taskCount ? '' : `（多个单位牵头的，分别计入各单位，合计${totals.owed}项次）`;
  const running = totals.notYetDue === 0 ? '' : `，尚未到期${totals.notYetDue}项`;
  return (
    `${monthWords(month)}应办结督办任务${taskCount}项，涉及${units.length}个牵头单位${shared}。` +
    `截至${paperDay(asOf)}，按时完成${totals.inTime}项，逾期完成${totals.late}项，` +
    `逾期未完成${totals.overdue}项${running}；累计催办${totals.pressed}次，延期${totals.extended}次。`
  );
}

function listOf(label: string, units: NamedReport['units']): PaperBlock {
  const names = units.map(({ name }) => name).join('、');
  const count = units.length === 0 ? '' : `（${units.length}个）`;
  return paragraph(
    { text: `${label}${count}：`, bold: true },
    { text: names === '' ? '无。' : `${names}。` },
  );
}

function problemBlocks({ units }: NamedReport): PaperBlock[] {
  const late = units.filter((unit) => unit.late + unit.overdue > 0);
  return [
    listOf('有任务逾期的单位', late),
    ...late.map((unit) =>
      paragraph(
        { text: `${unit.name}：`, bold: true },
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

function paragraph(...runs: PaperRun[]): PaperBlock {
  return { kind: 'paragraph', place: 'indented', runs };
}

const columns = [
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
] as const;

function tableOf({ month, units, totals }: NamedReport): PaperTable {
  const mostLate = Math.max(0, ...units.map(({ mostLateDays }) => mostLateDays));
  return {
    kind: 'table',
    caption: `${monthWords(month)}督办任务完成情况`,
    columns: columns.map(({ share }) => share),
    headRows: 1,
    rows: [
      columns.map(({ heading }) => cell(heading, 'center', true)),
      ...units.map((unit, index) => rowOf(String(index + 1), unit.name, unit, unit.mostLateDays)),
      rowOf('', '合计', totals, mostLate),
    ],
    landscape: false,
  };
}

function rowOf(
  number: string,
  name: string,
  counts: TaskReport['totals'],
  mostLateDays: number,
): PaperCell[] {
  const { owed, inTime, late, overdue, notYetDue, pressed, extended } = counts;
  const numbers = [owed, inTime, late, overdue, notYetDue, mostLateDays, pressed, extended];
  return [
    cell(number, 'center'),
    cell(name, 'left'),
    ...numbers.map((value) => cell(String(value), 'center')),
  ];
}

function cell(text: string, align: PaperCell['align'], bold = false): PaperCell {
  return { text, align, across: 1, down: 1, ...(bold ? { bold } : {}) };
}
