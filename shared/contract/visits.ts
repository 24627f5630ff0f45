import { type } from '@orpc/contract';
import * as z from 'zod';
import type { CampaignStatus } from '../rules/campaigns/model.ts';
import type { Severity } from '../rules/findings/model.ts';
import { answers, type FigureProposal, figureProposals } from '../rules/visits/model.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { foundSchema } from './findings.ts';
import { read, reversible } from './operation.ts';
import type { TaskRow } from './tasks.ts';

export interface VisitFigure {
  uid: string;
  name: string;
  unit: string;
  proposes: FigureProposal;
  /** How many visits have it. */
  usedBy: number;
}

/** What the form of a record offers. */
export interface VisitChoices {
  figures: VisitFigure[];
  /** Who is in the pool on this day. */
  inspectors: { uid: string; name: string; unit: string }[];
  /** Teams that the campaign's records name. */
  teams: string[];
}

/** A target of a campaign with what its record says, as the list shows it. */
export interface VisitRow {
  targetUid: string;
  name: string;
  countyName: string;
  townshipName: string;
  tradeName: string;
  visitedOn: string | null;
  /** Null: it has no record. */
  record: {
    uid: string;
    team: string;
    inspectorNames: string[];
    failed: number;
    findings: number;
    open: number;
  } | null;
}

export interface AskedQuestion {
  uid: string;
  parentUid: string | null;
  kind: 'section' | 'question';
  text: string;
  article: string;
  demand: string;
  dueDays: number | null;
  severity: Severity;
  element: string;
}

export interface AskedChecklist {
  uid: string;
  title: string;
  /** In the order in which they are asked, sections before what is below them. */
  items: AskedQuestion[];
}

const inspectorSchema = z.object({
  /** Null: one who is not in the pool. */
  uid: uidSchema.nullable(),
  name: nameSchema('检查人员姓名', 30),
});
export type VisitInspector = z.infer<typeof inspectorSchema>;

const answerSchema = z.object({
  itemUid: uidSchema,
  /** Of a section only notApplicable: nothing below it is asked. */
  answer: z.enum(answers),
  note: textSchema('说明', 300),
});
export type VisitAnswer = z.infer<typeof answerSchema>;

const valueSchema = z.object({
  figureUid: uidSchema,
  /** In ten-thousandths. */
  value: z.int('请填写数字').min(0, '不能小于 0').max(1e13, '数字太大'),
});
export type VisitValue = z.infer<typeof valueSchema>;

const recordFields = {
  day: daySchema,
  team: textSchema('检查组', 30),
  inspectors: z.array(inspectorSchema).max(30, '检查人员最多 30 人'),
  answers: z.array(answerSchema).max(2_000),
  values: z.array(valueSchema).max(100),
  note: textSchema('备注', 2_000),
};
const recordSchema = z.object(recordFields);
export type RecordFields = z.infer<typeof recordSchema>;

/** What is found now; `itemUid` null: found outside of the checklists. */
const newFoundSchema = foundSchema.extend({ itemUid: uidSchema.nullable() });
export type NewFound = z.infer<typeof newFoundSchema>;
const newFoundsSchema = z.array(newFoundSchema).max(200, '一次最多登记 200 处问题');

export interface VisitFinding {
  uid: string;
  itemUid: string | null;
  spot: string;
  what: string;
  severity: Severity;
  task: TaskRow;
}

/** All that the form of one target's record needs. */
export interface VisitSheet {
  campaign: {
    uid: string;
    title: string;
    firstDay: string;
    lastDay: string;
    /** An unannounced one that is not released: what is entered is not kept before it is recorded. */
    isSecret: boolean;
    status: CampaignStatus;
  };
  target: {
    uid: string;
    name: string;
    countyName: string;
    townshipName: string;
    address: string;
    responsiblePerson: string;
    phone: string;
    visitedOn: string | null;
  };
  checklists: AskedChecklist[];
  /** Days that a finding has where its question names none. */
  findingDays: number;
  /** Who is proposed to answer for what is found. */
  leadUids: string[];
  record: (RecordFields & { uid: string }) | null;
  findings: VisitFinding[];
}

/** With who is to go there by the schedule; null where nobody is. */
export interface PlannedVisitSheet extends VisitSheet {
  planned: { team: string; inspectors: VisitInspector[] } | null;
}

export const wantedFigureSchema = z.object({
  /** Null: a new one. */
  uid: uidSchema.nullable(),
  name: nameSchema('统计项', 30),
  unit: nameSchema('单位', 10),
  proposes: z.enum(figureProposals),
});
export type WantedFigure = z.infer<typeof wantedFigureSchema>;
const figuresSchema = z.object({ figures: z.array(wantedFigureSchema).max(40, '统计项最多 40 个') });

export const visits = {
  /** Every target on the list of a campaign. */
  list: read('检查记录列表')
    .input(z.object({ campaignUid: uidSchema }))
    .output(type<VisitRow[]>()),
  sheet: read('查看检查记录')
    .input(z.object({ targetUid: uidSchema }))
    .output(type<PlannedVisitSheet>()),
  choices: read('检查记录选项')
    .input(z.object({ campaignUid: uidSchema }))
    .output(type<VisitChoices>()),
  setFigures: reversible('修改检查统计项', 'editInspections')
    .input(z.object({ base: figuresSchema, set: figuresSchema }))
    .output(type<{ count: number }>()),

  /** 督查通报 as a draft: what the campaign has come to. */
  draftCircular: reversible('拟督查通报', 'editPapers')
    .input(z.object({ campaignUid: uidSchema }))
    .output(type<{ paperUid: string }>()),

  record: reversible('登记检查记录', 'editInspections')
    .input(z.object({ targetUid: uidSchema, fields: recordSchema, found: newFoundsSchema }))
    .output(type<{ uid: string; findings: number }>()),
  update: reversible('修改检查记录', 'editInspections')
    .input(patchSchema(recordFields).extend({ found: newFoundsSchema }))
    .output(type<{ uid: string; findings: number }>()),
  /** With its findings, as long as nothing has been done about them. */
  remove: reversible('删除检查记录', 'editInspections')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string }>()),
};
