import type { SheetObject } from '#shared/contract/assessment.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import type { ObjectScore } from '#shared/rules/scoring/object.ts';
import type { Standing } from '#shared/rules/scoring/rank.ts';
import type { GroupGrounds } from '../deductions.ts';
import type { ExportPeriod } from './export-group.ts';
import type { SheetLayout } from './sheet-layout.ts';

/** One object with all that its score sheet shows. */
export interface ObjectPaper {
  period: ExportPeriod;
  object: SheetObject;
  score: ObjectScore;
  standing: Standing;
  layout: SheetLayout;
  /** By indicator uid; undefined where nothing was entered. */
  entries: ReadonlyMap<string, ScoreEntry> | undefined;
  selfEntries: ReadonlyMap<string, ScoreEntry> | undefined;
  grounds: GroupGrounds;
}
