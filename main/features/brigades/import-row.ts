import type { BrigadeFields } from '#shared/contract/brigades.ts';
import { readWrittenDay } from '#shared/calendar/written-day.ts';
import { blankBrigade } from '#shared/rules/brigades/course.ts';
import {
  type BrigadeClass,
  brigadeClasses,
  brigadeClassNames,
  type BrigadeStage,
} from '#shared/rules/brigades/model.ts';
import { brigadeProblem } from '#shared/rules/brigades/problem.ts';
import { type BrigadeMeaning, brigadeTableColumns } from '#shared/rules/brigades/table-columns.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import { writtenCount } from '#shared/rules/tables/written-count.ts';

/** What a row says of a brigade; empty and null where it is silent. */
export type SaidBrigade = Omit<BrigadeFields, 'class'> & { class: BrigadeClass | null };

type Texts = RowTexts<BrigadeMeaning>;
type Days<Stage extends BrigadeStage> = Record<`${Stage}${'PlannedOn' | 'DoneOn'}`, string | null>;

const fieldKeys = Object.keys(blankBrigade) as (keyof BrigadeFields)[];
const MOST_PEOPLE = 9_999;
const MOST_TENDERS = 999;

export const brigadeFieldNames: Readonly<Partial<Record<keyof BrigadeFields, string>>> = Object.fromEntries(
  fieldKeys.map((field) => [field, brigadeTableColumns[field].name]),
);

export function readBrigade(texts: Texts, source: TableRow): SaidBrigade {
  return {
    class: readClass(texts, source),
    leader: texts.text(source, 'leader'),
    phone: texts.text(source, 'phone'),
    people: readCount(texts, source, 'people', MOST_PEOPLE),
    drivers: readCount(texts, source, 'drivers', MOST_PEOPLE),
    tenders: readCount(texts, source, 'tenders', MOST_TENDERS),
    ...readDays(texts, source, 'site'),
    ...readDays(texts, source, 'building'),
    ...readDays(texts, source, 'vehicles'),
    ...readDays(texts, source, 'people'),
    ...readDays(texts, source, 'duty'),
    note: texts.text(source, 'note'),
  };
}

/** Notes what cannot be so together with what is stored of the town. */
export function noteDoubts(
  texts: Texts,
  source: TableRow,
  { said, stored, today }: { said: SaidBrigade; stored: SaidBrigade; today: string },
): void {
  const told = Object.entries(said).filter(([, value]) => value !== null && value !== '');
  const classes = Object.values(brigadeClassNames).join('、');
  if (told.length > 0 && (said.class ?? stored.class) === null && texts.text(source, 'class') === '')
    texts.note('error', source.row, 'class', `没有写类别(${classes})，请补上。`);
  const problem = brigadeProblem({ ...stored, ...Object.fromEntries(told) }, today);
  if (problem === null) return;
  const { field, text } = problem;
  // The day may stand in the one column of its stage.
  const meaning = texts.text(source, field) === '' && field !== 'drivers' ? stageOf(field) : field;
  texts.note('error', source.row, meaning, `${text}。`);
}

function stageOf(field: `${BrigadeStage}DoneOn`): `${BrigadeStage}Stage` {
  return field.replace('DoneOn', 'Stage') as `${BrigadeStage}Stage`;
}

/** 一级, 二级队, 志愿消防队. */
function readClass(texts: Texts, source: TableRow): BrigadeClass | null {
  const written = texts.text(source, 'class');
  if (written === '') return null;
  const kind = brigadeClasses.find((each) => written.startsWith(brigadeClassNames[each].slice(0, 2)));
  if (kind === undefined) {
    const classes = Object.values(brigadeClassNames).join('、');
    texts.note('error', source.row, 'class', `没有看懂“${written}”，请写${classes}中的一个。`);
  }
  return kind ?? null;
}

function readCount(
  texts: Texts,
  source: TableRow,
  meaning: 'people' | 'drivers' | 'tenders',
  most: number,
): number | null {
  const written = texts.text(source, meaning);
  if (written === '') return null;
  const count = writtenCount(written, 9, '人名个辆台');
  if (count !== null && count <= most) return count;
  const problem = count === null ? '不是整数，请写成 8 这样的整数' : `太大，最多 ${most}`;
  texts.note('error', source.row, meaning, `“${written}”${problem}。`);
  return null;
}

/** Of its two columns; else of the one that the ledger has: 2026-11-23 is done, (2026-11-23) planned. */
function readDays<Stage extends BrigadeStage>(texts: Texts, source: TableRow, stage: Stage): Days<Stage> {
  const written = texts.text(source, `${stage}Stage`);
  const planned = /^[(（](.*)[)）]$/u.exec(written)?.[1];
  const day = readWrittenDay(planned ?? written);
  if (written !== '' && day === null)
    texts.note(
      'error',
      source.row,
      `${stage}Stage`,
      `“${written}”不是日期，请写成 2026-11-23 这样，计划的写成(2026-11-23)。`,
    );
  const days = {
    [`${stage}PlannedOn`]: texts.day(source, `${stage}PlannedOn`) ?? (planned === undefined ? null : day),
    [`${stage}DoneOn`]: texts.day(source, `${stage}DoneOn`) ?? (planned === undefined ? day : null),
  };
  return days as Days<Stage>;
}
