import { type } from '@orpc/contract';
import * as z from 'zod';
import {
  type FigureState,
  figureStates,
  type FireFigures,
  type TownshipSum,
} from '../rules/fire-figures/figures.ts';
import { type FireParts, fireSplits } from '../rules/fire-figures/parts.ts';
import { textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';
import { seenTermsSchema, type Term, wantedTermsSchema } from './terms.ts';

/** What was reported of a county or township for a month. */
export interface FireEntry extends FireFigures {
  uid: string;
  state: FigureState;
  source: string;
  /** Instant, UTC milliseconds. */
  enteredAt: number;
  enteredBy: string;
  parts: FireParts;
}

export interface PlaceFires {
  /** Null: the whole city. */
  organizationUid: string | null;
  name: string;
  /** Null: nothing was reported for the month; of the city always. */
  entry: FireEntry | null;
  figures: FireFigures | null;
  /** Of the same month a year ago. */
  lastYear: FireFigures | null;
  /** From January to this month, of the months that were reported. */
  toDate: FireFigures;
  toDateLastYear: FireFigures | null;
  /** Of fires of the month that are entered one by one; null: there are none, and of the city. */
  singles: FireFigures | null;
  /** What was reported of its townships; null: of none, and of townships themselves and the city. */
  townships: TownshipSum | null;
}

/** What of the figures of a place falls to a word. */
export interface SplitRow extends Pick<PlaceFires, 'name' | 'figures' | 'lastYear' | 'toDateLastYear'> {
  /** Null: all of them together. */
  key: string | null;
  toDate: FireFigures;
}

/** The office's words for what figures are parted by. */
export interface FireWords {
  trade: Term[];
  cause: Term[];
}

export interface FireMonth {
  /** The city, then its counties in protocol order; or a county, then its townships. */
  rows: PlaceFires[];
  /** Counties or townships that reported nothing for the month. */
  missing: string[];
}

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, '请选择月份');
const placeOfMonth = z.object({ month: monthSchema, countyUid: uidSchema.nullable() });
const countSchema = z.int('请填写整数').min(0, '不能小于 0').max(9_999_999, '数字太大');

const figureFields = {
  fires: countSchema,
  deaths: countSchema,
  injuries: countSchema,
  /** In 分. */
  loss: z.int('请填写金额').min(0, '不能小于 0').max(99_999_999_000_000, '金额太大'),
};
const partsSchema = z.array(z.object({ wordUid: uidSchema, ...figureFields })).max(200);

export const fireFigures = {
  month: read('火灾数据').input(placeOfMonth).output(type<FireMonth>()),
  /** Of the city or one county by words, the sum first, what is not classified last. */
  split: read('火灾数据的分类')
    .input(placeOfMonth.extend({ split: z.enum(fireSplits) }))
    .output(type<SplitRow[]>()),
  words: read('火灾数据的分类选项').output(type<FireWords>()),
  setWords: reversible('修改火灾数据的分类选项', 'editTasks')
    .input(
      z.object({
        base: z.object({ trade: seenTermsSchema, cause: seenTermsSchema }),
        set: z.object({ trade: wantedTermsSchema, cause: wantedTermsSchema }),
      }),
    )
    .output(type<{ count: number }>()),
  /** What was reported of a place's month one after another, the latest first. */
  entries: read('火灾数据的更正记录')
    .input(z.object({ month: monthSchema, organizationUid: uidSchema }))
    .output(type<FireEntry[]>()),
  /** Beside what was entered before, which stays on record. */
  enter: reversible('登记火灾数据', 'editTasks')
    .input(
      z.object({
        month: monthSchema,
        organizationUid: uidSchema,
        /** The latest entry that the page saw. */
        seenUid: uidSchema.nullable(),
        ...figureFields,
        /** As far as it is known. */
        parts: z.object({ trade: partsSchema, cause: partsSchema }).default({ trade: [], cause: [] }),
        state: z.enum(figureStates),
        source: textSchema('来源', 100),
      }),
    )
    .output(type<{ uid: string }>()),
  /** Starts a job; its result is a WrittenFile: by place, by trade and by cause. */
  exportMonth: exporting('导出火灾数据').input(placeOfMonth).output(type<{ jobUid: string }>()),
  ...tableImport('火灾数据', 'editTasks', z.object({ month: monthSchema, state: z.enum(figureStates) })),
};
