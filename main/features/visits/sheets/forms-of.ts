import type { VisitFigure, VisitSheet } from '#shared/contract/visits.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { formField, formLabel, formPair, formPaper, formRoom } from '#shared/rules/papers/form-paper.ts';
import type { Paper, PaperBlock, PaperCell } from '#shared/rules/papers/model.ts';
import { figureName } from '#shared/rules/visits/sheet/words.ts';
import { MAJOR_NOTE, questionTable } from '#main/features/checklists/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { type PlannedTrip, plannedTrips, type ScheduleContext } from '#main/features/schedules/index.ts';
import { figuresOf } from '../figures.ts';
import { sheetOf } from '../rows.ts';

const TITLE = '检查记录表';
const FACT_COLUMNS = [24, 54, 24, 54];
const FIGURE_COLUMNS = [52, 26, 52, 26];
const OTHER_COLUMNS = [12, 84, 30, 30];
const OTHER_ROWS = 4;
const SIGNING_HEIGHT = 16;
const OTHER_HEIGHT = 11;

/** The record sheet of each target as it is taken along: what is known of it filled in, the rest to write by hand. */
export function recordFormsOf(context: ScheduleContext, targetUids: readonly string[]): Paper[] {
  const office = paperSettings(context.db).printer;
  const figures = figuresOf(context.db);
  const trips = new Map<string, PlannedTrip[]>();
  const tripOf = ({ campaign, target }: VisitSheet): PlannedTrip | undefined => {
    const planned = trips.get(campaign.uid) ?? plannedTrips(context, campaign.uid);
    trips.set(campaign.uid, planned);
    return planned.find((trip) => trip.targetUids.includes(target.uid));
  };
  return targetUids.map((uid) => {
    const sheet = sheetOf(uid, context);
    return formOf(office, sheet, tripOf(sheet), figures);
  });
}

function formOf(
  office: string,
  sheet: VisitSheet,
  trip: PlannedTrip | undefined,
  figures: readonly VisitFigure[],
): Paper {
  const form = formPaper(office, TITLE, FACT_COLUMNS, facts(sheet, trip));
  const questions = sheet.checklists.map(({ title, items }) =>
    questionTable(
      items.map((item, position) => ({ ...item, position })),
      title,
    ),
  );
  return { ...form, body: [...form.body, ...questions, otherFindings(), figureTable(figures)] };
}

function facts({ campaign, target, checklists }: VisitSheet, trip: PlannedTrip | undefined): PaperCell[][] {
  const items = checklists.flatMap((checklist) => checklist.items);
  const hasMajors = items.some(({ severity }) => severity === 'major');
  const place = `${target.countyName}${target.townshipName}`;
  const day = trip?.day ?? '';
  return [
    [...formPair('专项督查', campaign.title, 3)],
    [...formPair('被检查单位', target.name, 3)],
    [...formPair('地址', target.address === '' ? place : `${place}　${target.address}`, 3)],
    [...formPair('负责人', target.responsiblePerson), ...formPair('联系电话', target.phone)],
    [...formPair('检查日期', day === '' ? '' : paperDay(day)), ...formPair('检查组', trip?.team ?? '')],
    [
      ...formPair('检查人员', trip?.inspectors.map(({ name }) => name).join('、') ?? ''),
      formLabel('被检查单位签字'),
      formRoom('', 1, SIGNING_HEIGHT),
    ],
    ...(hasMajors ? [[formField(MAJOR_NOTE, FACT_COLUMNS.length)]] : []),
  ];
}

function otherFindings(): PaperBlock {
  return {
    kind: 'table',
    caption: '清单以外发现的问题',
    columns: OTHER_COLUMNS,
    headRows: 1,
    rows: [
      ['序号', '问题说明', '部位', '整改期限'].map((text) => formLabel(text)),
      ...Array.from({ length: OTHER_ROWS }, (_, index) => [
        formLabel(String(index + 1)),
        ...Array.from({ length: OTHER_COLUMNS.length - 1 }, () => formRoom('', 1, OTHER_HEIGHT)),
      ]),
    ],
    landscape: false,
  };
}

/** Two figures beside each other. */
function figureTable(figures: readonly VisitFigure[]): PaperBlock {
  const pairs = figures.map((figure) => [formLabel(figureName(figure)), formField('')]);
  return {
    kind: 'table',
    caption: '统计',
    columns: FIGURE_COLUMNS,
    headRows: 0,
    rows: pairs.flatMap((pair, index) =>
      index % 2 === 1 ? [] : [[...pair, ...(pairs[index + 1] ?? [formLabel(''), formField('')])]],
    ),
    landscape: false,
  };
}
