import { type } from '@orpc/contract';
import * as z from 'zod';
import { uidSchema } from './fields.ts';
import { read, reversible } from './operation.ts';

/** A version in force that a group of an open period is not scored with yet. */
export interface SchemeOffer {
  groupUid: string;
  groupName: string;
  schemeUid: string;
  title: string;
  from: number;
  to: number;
  reason: string;
}

/** Total, grade and rank of one object, as they are shown. */
export interface ObjectOutcome {
  /** Thousandths. */
  total: number | null;
  grade: string;
  rank: number | null;
}

export interface SchemeChangePreview extends SchemeOffer {
  decimals: number;
  /** What became of the indicators, in the document's words. */
  indicators: { change: 'added' | 'removed' | 'changed'; name: string; text: string }[];
  /** All objects of the group, in its order. */
  names: string[];
  /**
   * Every cell that scores otherwise or is to be scored anew, those of one indicator that change alike together, so
   * that thousands of them arrive quickly. Points in thousandths, null: 未评.
   */
  cells: {
    indicator: string;
    before: number | null;
    after: number | null;
    /** Why there is no score any more, or what is wrong with it now; empty where all is well. */
    note: string;
    /** Places of the objects among `names`. */
    places: number[];
  }[];
  /** Every object whose total, grade or rank changes, in the new order. */
  objects: { objectUid: string; name: string; before: ObjectOutcome; after: ObjectOutcome }[];
  /** Cells of new indicators, to be scored. */
  newCellCount: number;
  /** What has to be done before; null where nothing stands in the way. */
  obstacle: string | null;
  /** Names what was looked at: the change is refused where it is no longer so. */
  seen: string;
}

const changeSchema = z.object({ groupUid: uidSchema, schemeUid: uidSchema });

/** An erratum of a scheme (更正) taken over into a period that is being scored. */
export const schemeChange = {
  offers: read('可改用的方案版本')
    .input(z.object({ periodUid: uidSchema }))
    .output(type<SchemeOffer[]>()),
  preview: read('改用方案新版本的影响').input(changeSchema).output(type<SchemeChangePreview>()),
  change: reversible('改用方案新版本', 'score')
    .input(changeSchema.extend({ seen: z.string().max(100) }))
    .output(type<{ moved: number; cleared: number }>()),
};
