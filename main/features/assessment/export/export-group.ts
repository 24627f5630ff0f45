import type { GroupFrame, SheetObject } from '#shared/contract/assessment.ts';
import type { GroupEntries } from '#shared/rules/assessment/group-scores.ts';
import type { YearInputs } from '#shared/rules/assessment/year-rows.ts';
import type { GroupScorer } from '#shared/rules/scoring/group.ts';
import type { GroupSays } from '../analysis/group-says.ts';
import type { GroupGrounds } from '../deductions.ts';

export interface ExportPeriod {
  title: string;
  firstDay: string;
  lastDay: string;
  status: 'open' | 'final';
  fingerprint: string | null;
}

/** One group as the workbook shows it. */
export interface ExportGroup {
  name: string;
  scheme: GroupFrame['scheme'];
  objects: SheetObject[];
  entries: GroupEntries;
  selfEntries: GroupEntries;
  scorer: GroupScorer;
  /** Findings and overdue tasks that scores were taken down for. */
  grounds: GroupGrounds;
  /** For the sheets of 失分分析; without it there are none. */
  says?: GroupSays;
  /** Of a year that is made of parts. */
  year?: YearPaper;
}

export interface YearPaper {
  inputs: YearInputs;
  /** Whether there are sheets of the year's own scores beside it. */
  isScoredItself: boolean;
}
