import * as z from 'zod';
import { type ScoreEntry, scoreEntrySchema } from '../rules/scoring/model.ts';
import { uidSchema } from './fields.ts';

/** One cell to be set; base is the entry that the page saw (null: 未评), entry null clears the cell. */
export const cellChangeSchema = z.object({
  objectUid: uidSchema,
  indicatorUid: uidSchema,
  base: scoreEntrySchema.nullable(),
  entry: scoreEntrySchema.nullable(),
});
export type CellChange = z.infer<typeof cellChangeSchema>;

/** One paste or fill: 300 townships by 120 indicators, and what one message may hold. */
export const cellChangesSchema = z
  .array(cellChangeSchema)
  .min(1)
  .max(40_000, '一次最多改 40000 格，请分几次选');

/** One cell where another window saved something else meanwhile; a `conflict` carries them as `fields`. */
export interface CellConflict {
  field: string;
  /** 城东区 1.1 */
  label: string;
  objectUid: string;
  indicatorUid: string;
  theirs: ScoreEntry | null;
  mine: ScoreEntry | null;
}
