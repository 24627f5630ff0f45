import { type } from '@orpc/contract';
import * as z from 'zod';
import { rightOfStage, type ScoreStage, scoreStages } from '../rules/assessment/stages.ts';
import type { SchemeSettings, ScoreEntry } from '../rules/scoring/model.ts';
import { exportFormSchema } from './export-forms.ts';
import { daySchema, nameSchema, textSchema, uidSchema } from './fields.ts';
import { type PeriodKind, periodKindSchema } from './period-kinds.ts';
import { type CellChange, type CellConflict, cellChangesSchema } from './score-cells.ts';
import { compensated, exporting, read, reversible } from './operation.ts';
import type { AppliesTo, Indicator, SchemeCategory } from './schemes.ts';

export interface PeriodSummary {
  uid: string;
  /** 2026Q3, 2026H1, 2026Y, 2026S1: stable, used on the command line. */
  code: string;
  kind: PeriodKind;
  title: string;
  firstDay: string;
  lastDay: string;
  status: 'open' | 'final';
  groupCount: number;
  objectCount: number;
  /** Cells to score and cells scored, over all groups. */
  cellCount: number;
  scoredCount: number;
}

export interface PeriodGroup {
  uid: string;
  name: string;
  schemeUid: string;
  schemeTitle: string;
  appliesTo: AppliesTo;
  objectCount: number;
  cellCount: number;
  scoredCount: number;
}

export interface PeriodEvent {
  kind: 'finalized' | 'reopened';
  at: number;
  userName: string;
  reason: string;
  fingerprint: string;
}

export interface PeriodDetail extends PeriodSummary {
  groups: PeriodGroup[];
  events: PeriodEvent[];
  fingerprint: string | null;
}

export interface SheetObject {
  uid: string;
  organizationUid: string;
  /** The name on the period's last day, or as printed when it was finalised. */
  name: string;
  shortName: string;
  initials: string;
  /** Chinese remark where it no longer exists on the period's last day: 2026-08-15并入东城区; else empty. */
  remark: string;
  /** Indicators that do not apply to this object by the scheme's own conditions. */
  inapplicable: string[];
}

/** Everything of one group that does not change while scores are typed. */
export interface GroupFrame {
  uid: string;
  name: string;
  period: {
    uid: string;
    code: string;
    kind: PeriodKind;
    title: string;
    status: 'open' | 'final';
    firstDay: string;
    lastDay: string;
  };
  scheme: {
    uid: string;
    title: string;
    categories: SchemeCategory[];
    indicators: Indicator[];
    settings: SchemeSettings;
  };
  objects: SheetObject[];
  /** Those who score it (评委), in their order; none: whoever may score enters the checked scores. */
  judges: Judge[];
}

/** Somebody who scores a group by himself; the checked scores are what all judges come to together. */
export interface Judge {
  uid: string;
  name: string;
  /** The user who alone enters the judge's scores; null: somebody on the spot, whose scores are entered for him. */
  userUid: string | null;
  /** Uids of the objects that he does not score (回避). */
  recusals: string[];
}

/**
 * All entries of one group, packed so that 18 000 cells arrive quickly: for each object (in the frame's order) one
 * text with a line for each cell, "key place", the place of its entry among `entries`. `spelledScores` reads it.
 */
export interface PackedScores {
  stage: ScoreStage;
  /** Indicator uid by key; the keys mean nothing outside this group. */
  keys: Record<string, string>;
  /** Each different entry once, as it is stored. */
  entries: string[];
  /** Null where the page has this object's entries already. */
  byObject: (string | null)[];
  /** What to name as `known` the next time: a text per object that changes with its entries. */
  digests: string[];
}

export interface GroupResultRow {
  objectUid: string;
  name: string;
  /** By category in the scheme's order, thousandths. */
  subtotals: number[];
  bonus: number;
  /** Null, as the rank, where nothing applies to the object; its grade is then empty. */
  total: number | null;
  converted: number | null;
  rank: number | null;
  grade: string;
  /** Chinese remark: 未评 3 项, 一票否决 …; empty when there is none. */
  remark: string;
  complete: boolean;
}

export interface GroupResult {
  groupUid: string;
  groupName: string;
  schemeTitle: string;
  categories: SchemeCategory[];
  decimals: number;
  /** In rank order. */
  rows: GroupResultRow[];
}

export interface FinalizeCheck {
  /** Cells that stand in the way, named in Chinese by group, object and indicator; at most 200. */
  problems: {
    groupUid: string;
    objectUid: string;
    indicatorUid: string;
    /** Where it is put right: the stage that counts there. */
    stage: ScoreStage;
    text: string;
  }[];
  problemCount: number;
}

/** One value that a cell has had. */
export interface CellEvent {
  at: number;
  userName: string;
  label: string;
  before: ScoreEntry | null;
  after: ScoreEntry | null;
}

/** What one cell holds in one stage, and who gave it that. */
export interface StageEntry {
  stage: ScoreStage;
  entry: ScoreEntry;
  at: number;
  userName: string;
}

export interface StageProgress {
  /** In the frame's order. */
  objects: {
    objectUid: string;
    /** Cells to enter: those that apply to the object. */
    cellCount: number;
    /** Earliest stage first. */
    stages: {
      stage: ScoreStage;
      entered: number;
      /** The first indicator without an entry, and the first with one; null: there is none. */
      firstEmpty: string | null;
      firstEntered: string | null;
      /** Who entered them, most first. */
      scorers: { userName: string; count: number; latest: number }[];
    }[];
    /** Of each judge of the group, in their order; null: he does not score this object (回避). */
    judges: (JudgeCount | null)[];
  }[];
}

/** How far one judge has come with an object. */
export interface JudgeCount {
  /** Cells that he is to score. */
  expected: number;
  entered: number;
  firstEmpty: string | null;
  firstEntered: string | null;
}

/** An organization that may be assessed. */
export interface ObjectChoice {
  uid: string;
  name: string;
  shortName: string;
  /** Name of the county or township above it; empty below the city itself. */
  parentName: string;
  initials: string;
  marks: string[];
}

/** What a proposed group takes over from an earlier period, and what has changed since. */
export interface CopiedGroup {
  groupUid: string;
  periodTitle: string;
  /** Assessed then, but no longer there at the new period's end: 高新区(2026-08-15并入东城区). */
  gone: string[];
  /** Founded since then, and not assessed unless the clerk adds them. */
  founded: string[];
  /** Versions of the scheme then and now, where they differ. */
  scheme: { from: number; to: number; reason: string } | null;
  /** 不适用 as it was set by hand, on indicators that there still are. */
  marks: { organizationUid: string; object: string; indicator: string; reason: string }[];
}

/** What a new period starts with, to be confirmed or changed. */
export interface PeriodProposal {
  code: string;
  title: string;
  firstDay: string;
  lastDay: string;
  groups: {
    name: string;
    schemeUid: string;
    schemeTitle: string;
    appliesTo: AppliesTo;
    organizationUids: string[];
    /** Null for a group that is not copied. */
    copied: CopiedGroup | null;
  }[];
}

const stageSchema = z.enum(scoreStages);
const byUid = z.object({ uid: uidSchema });
const groupFields = {
  name: nameSchema('组名', 60),
  schemeUid: uidSchema,
  organizationUids: z.array(uidSchema).min(1, '请至少选择一个被考评单位').max(1_500, '一组最多 1500 个单位'),
};

function scoresSchema<Stage extends ScoreStage>(stage: Stage) {
  return z.object({
    groupUid: uidSchema,
    stage: z.literal(stage),
    changes: cellChangesSchema,
    /** The operation whose scores get their reasons now: one undo takes both back. */
    completes: uidSchema.optional(),
  });
}

export const assessment = {
  periods: read('考核期列表').output(type<PeriodSummary[]>()),
  period: read('查看考核期').input(byUid).output(type<PeriodDetail>()),
  /** The next period of a kind: after the last one, with its groups or those of the schemes in force. */
  proposePeriod: read('新考核期的内容')
    .input(z.object({ kind: periodKindSchema }))
    .output(type<PeriodProposal>()),
  /** What may be assessed by a scheme for this level, as it stands on a day, in protocol order. */
  objectChoices: read('可选的被考评单位')
    .input(z.object({ appliesTo: z.enum(['county', 'township', 'village', 'memberUnit']), day: daySchema }))
    .output(type<ObjectChoice[]>()),
  openPeriod: reversible('开启考核期', 'score')
    .input(
      z.object({
        kind: periodKindSchema,
        title: nameSchema('考核期名称', 100),
        firstDay: daySchema,
        lastDay: daySchema,
        groups: z
          .array(
            z.object({
              ...groupFields,
              /** The earlier group whose 不适用 marks are taken over. */
              marksFrom: uidSchema.optional(),
            }),
          )
          .min(1, '请至少设一个考核组')
          .max(20),
      }),
    )
    .output(type<{ uid: string }>()),
  removePeriod: reversible('删除考核期', 'score').input(byUid).output(type<{ uid: string }>()),
  addGroup: reversible('新增考核组', 'score')
    .input(z.object({ periodUid: uidSchema, ...groupFields }))
    .output(type<{ uid: string }>()),
  removeGroup: reversible('删除考核组', 'score').input(byUid).output(type<{ uid: string }>()),
  setObjects: reversible('调整被考评单位', 'score')
    .input(
      z.object({
        groupUid: uidSchema,
        organizationUids: groupFields.organizationUids,
        /** Who was assessed when choosing began: whom another window added or removed since stays so. */
        seenUids: z.array(uidSchema).max(1_500),
      }),
    )
    .output(type<{ added: number; removed: number }>()),

  frame: read('打开评分表')
    .input(z.object({ groupUid: uidSchema }))
    .output(type<GroupFrame>()),
  scores: read('读取评分')
    .input(
      z.object({
        groupUid: uidSchema,
        stage: stageSchema,
        known: z.array(z.string().max(40)).max(1_500).optional(),
      }),
    )
    .output(type<PackedScores>()),
  /** One for each stage: who may enter it is a right, and the log names it. */
  setSelfScores: reversible('录入自评分', rightOfStage.self)
    .input(scoresSchema('self'))
    .output(type<{ changed: number }>()),
  setScores: reversible('评分', rightOfStage.checked)
    .input(scoresSchema('checked'))
    .output(type<{ changed: number }>()),
  setReviewedScores: reversible('复核评分', rightOfStage.reviewed)
    .input(scoresSchema('reviewed'))
    .output(type<{ changed: number }>()),
  setFinalScores: reversible('核定评分', rightOfStage.final)
    .input(scoresSchema('final'))
    .output(type<{ changed: number }>()),
  /** The latest reasons that were given for one indicator, newest first. */
  recentReasons: read('最近用过的扣分理由')
    .input(z.object({ indicatorUid: uidSchema }))
    .output(type<string[]>()),
  /** What one cell has held, oldest first, also across clearing and entering it again. */
  cellHistory: read('一个评分的历史')
    .input(z.object({ stage: stageSchema, objectUid: uidSchema, indicatorUid: uidSchema }))
    .output(type<CellEvent[]>()),
  /** What one cell holds in each stage, earliest first, with who entered it when. */
  cellStages: read('一项的各环节评分')
    .input(z.object({ objectUid: uidSchema, indicatorUid: uidSchema }))
    .output(type<StageEntry[]>()),
  /** What is entered and what is missing, object by object and stage by stage. */
  stageProgress: read('评分进度')
    .input(z.object({ groupUid: uidSchema }))
    .output(type<StageProgress>()),
  results: read('考核结果')
    .input(z.object({ periodUid: uidSchema }))
    .output(type<GroupResult[]>()),

  finalizeCheck: read('定稿前检查').input(byUid).output(type<FinalizeCheck>()),
  finalize: compensated('考核定稿', 'finalize', '重新打开')
    .input(byUid)
    .output(type<{ fingerprint: string }>()),
  reopen: compensated('重新打开考核期', 'finalize', '再次定稿')
    .input(z.object({ uid: uidSchema, reason: textSchema('原因', 500).min(1, '请写明重新打开的原因') }))
    .output(type<{ uid: string }>()),

  /** Starts a job; its result is a WrittenFile. */
  exportWorkbook: exporting('导出考核结果')
    .input(
      z.object({
        periodUid: uidSchema,
        /** Null: the one that was taken last. It is offered first from now on. */
        formUid: uidSchema.nullable(),
        /** For this once in its place; texts may hold the period's name itself. */
        once: exportFormSchema.nullable(),
        /** Printed above the tables; null: today. */
        date: daySchema.nullable(),
      }),
    )
    .output(type<{ jobUid: string }>()),
};

export type { CellChange, CellConflict, PeriodKind, ScoreEntry, ScoreStage };
