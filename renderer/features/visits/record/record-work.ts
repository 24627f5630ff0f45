import type {
  AskedQuestion,
  NewFound,
  PlannedVisitSheet,
  RecordFields,
  VisitFigure,
  VisitInspector,
  VisitSheet,
} from '#shared/contract/visits.ts';
import { type Answer, FIGURE_SCALE } from '#shared/rules/visits/model.ts';
import { countAnswers } from '#shared/rules/visits/answering.ts';
import { proposedFigure, usualDueDay } from '#shared/rules/visits/proposed.ts';

/** A finding as it is being written; what is empty is filled in from its question when it is saved. */
export interface FoundWork extends NewFound {
  key: string;
}

/** What the form of a record holds. */
export interface RecordWork {
  day: string;
  team: string;
  inspectors: VisitInspector[];
  note: string;
  /** By item. */
  answers: Record<string, { answer: Answer; note: string }>;
  /** By figure; null: left empty; one that is missing: as proposed. */
  values: Record<string, number | null>;
  /** Of questions that are answered 不符合, by item. */
  found: Record<string, FoundWork>;
  /** Found outside of the checklists. */
  others: FoundWork[];
}

/** Where the form begins: with the record, or on the day that is likely meant, with who was to go. */
export function workOf({ record, target, campaign, planned }: PlannedVisitSheet, today: string): RecordWork {
  if (record === null) {
    const day = target.visitedOn ?? (today > campaign.lastDay ? campaign.lastDay : today);
    const { team, inspectors } = planned ?? { team: '', inspectors: [] };
    return { day, team, inspectors, note: '', answers: {}, values: {}, found: {}, others: [] };
  }
  const { day, team, inspectors, note } = record;
  return {
    day,
    team,
    inspectors,
    note,
    answers: Object.fromEntries(record.answers.map(({ itemUid, ...given }) => [itemUid, given])),
    values: Object.fromEntries(
      record.values.map(({ figureUid, value }) => [figureUid, value / FIGURE_SCALE]),
    ),
    found: {},
    others: [],
  };
}

/** A finding of a question, or of none, as it begins. */
export function newFound(sheet: VisitSheet, day: string, item: AskedQuestion | null): FoundWork {
  return {
    key: item?.uid ?? crypto.randomUUID(),
    itemUid: item?.uid ?? null,
    spot: '',
    what: '',
    severity: item?.severity ?? 'ordinary',
    element: item?.element ?? '',
    article: item?.article ?? '',
    demand: item?.demand ?? '',
    dueOn: usualDueDay(day, item?.dueDays ?? null, sheet.findingDays),
    leadUids: sheet.leadUids,
  };
}

export function answersOf(work: RecordWork): Map<string, Answer> {
  return new Map(Object.entries(work.answers).map(([uid, { answer }]) => [uid, answer]));
}

/** How many findings the record will have. */
function foundCount(sheet: VisitSheet, work: RecordWork): number {
  const given = answersOf(work);
  const failed = sheet.checklists.reduce((sum, { items }) => sum + countAnswers(items, given).failed, 0);
  const outside = sheet.findings.filter(({ itemUid }) => itemUid === null).length;
  return failed + outside + work.others.filter(({ what }) => what.trim() !== '').length;
}

/** A figure as it stands in the form; only a new record proposes. */
export function figureOf(sheet: VisitSheet, work: RecordWork, { uid, proposes }: VisitFigure): number | null {
  const typed = work.values[uid];
  if (typed !== undefined) return typed;
  return sheet.record === null ? proposedFigure(proposes, foundCount(sheet, work)) : null;
}

export function fieldsOf(sheet: VisitSheet, work: RecordWork, figures: readonly VisitFigure[]): RecordFields {
  const { day, team, inspectors, note } = work;
  return {
    day,
    team,
    inspectors,
    note,
    answers: Object.entries(work.answers).map(([itemUid, given]) => ({ itemUid, ...given })),
    values: figures.flatMap((figure) => {
      const value = figureOf(sheet, work, figure);
      return value === null ? [] : [{ figureUid: figure.uid, value: Math.round(value * FIGURE_SCALE) }];
    }),
  };
}

/** What was written of findings; of a question without words the core says what the question does. */
export function foundOf(sheet: VisitSheet, work: RecordWork): NewFound[] {
  const items = new Map(sheet.checklists.flatMap((list) => list.items).map((item) => [item.uid, item]));
  const asked = Object.entries(work.found).flatMap(([uid, found]) => {
    const item = items.get(uid);
    if (item === undefined || work.answers[uid]?.answer !== 'fail') return [];
    return [{ ...found, what: found.what.trim() || `不符合：${item.text}` }];
  });
  const others = work.others.filter(({ what }) => what.trim() !== '');
  return [...asked, ...others].map(({ key: _key, ...found }) => found);
}
