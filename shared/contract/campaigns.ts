import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Coverage } from '../rules/campaigns/coverage.ts';
import { MOST_SEED } from '../rules/campaigns/draw.ts';
import {
  type CampaignEventKind,
  type CampaignStatus,
  type DrawingStatus,
  LEAST_MINUTES,
  MOST_MINUTES,
  samplingSubjects,
  type SecrecyAccess,
  type TargetOrigin,
  targetOrigins,
} from '../rules/campaigns/model.ts';
import type { SeasonProposal } from '../rules/campaigns/season.ts';
import type { DrawingNeed, StepRemark } from '../rules/campaigns/standing.ts';
import type { Paper } from '../rules/papers/model.ts';
import { campaignSecrecy, type CampaignSecrecy } from './campaign-secrecy.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { compensated, exporting, read, reversible } from './operation.ts';
import { formFormats } from './papers.ts';
import { tableImport } from './table-import.ts';

/** Something chosen by its uid, with its name. */
export interface Named {
  uid: string;
  name: string;
}

/** A campaign (专项督查) as the list shows it. */
export interface CampaignSummary {
  uid: string;
  title: string;
  kindName: string;
  document: string;
  firstDay: string;
  lastDay: string;
  /** False: 暗访. */
  announced: boolean;
  status: CampaignStatus;
  /** Where it is neither public nor known, its title is 暗访, and its kind, paper, days and everything below are empty. */
  access: SecrecyAccess;
  countyNames: string[];
  targets: number;
  visited: number;
}

export interface CampaignKind {
  uid: string;
  name: string;
  /** What a new one is called, behind its year. */
  title: string;
  /** MM-DD; both or neither. */
  seasonFrom: string | null;
  seasonTo: string | null;
}

/** What the pages offer for choosing, and what a new campaign begins with. */
export interface CampaignChoices {
  kinds: (CampaignKind & { usedBy: number; proposal: SeasonProposal })[];
  /** The one in season; null: there are no kinds. */
  kindUid: string | null;
  checklists: Named[];
}

const samplingLineFields = {
  subject: z.enum(samplingSubjects),
  kindUid: uidSchema.nullable(),
  tradeUid: uidSchema.nullable(),
  /** Of something else only: 专职消防队. */
  name: textSchema('名称', 40),
  count: z.int().min(1, '数量至少是 1').max(200, '数量最多是 200'),
};
const samplingLineSchema = z
  .object(samplingLineFields)
  .refine(({ subject, kindUid, tradeUid }) => subject === 'site' || (kindUid === null && tradeUid === null), {
    message: '只有抽取重点单位时才能选类别和行业',
  })
  .refine(({ subject, name }) => (subject === 'other') === (name !== ''), {
    message: '抽取其他对象时请写明是什么',
    path: ['name'],
  });
export type SamplingLine = z.infer<typeof samplingLineSchema>;
const samplingSchema = z.array(samplingLineSchema).max(30, '抽查规则最多 30 条');

export interface CampaignEvent {
  uid: string;
  kind: CampaignEventKind;
  at: number;
  userName: string;
  text: string;
}

export interface CampaignDetail extends CampaignSummary {
  kindUid: string;
  content: string;
  minutesPerVisit: number;
  restMonths: number;
  note: string;
  closedOn: string | null;
  /** When an unannounced one was made public. */
  releasedOn: string | null;
  /** Null: it is no secret. */
  secrecy: CampaignSecrecy | null;
  counties: Named[];
  /** None: all trades. */
  trades: Named[];
  checklists: Named[];
  sweepKinds: Named[];
  sampling: SamplingLine[];
  events: CampaignEvent[];
  /** What is still to be done about drawing. */
  drawingNeed: DrawingNeed | null;
  /** What stands in the way of the next step. */
  beforeStart: StepRemark[];
  beforeClose: StepRemark[];
}

/** A place, or a township, that is visited. */
export interface CampaignTarget {
  uid: string;
  origin: TargetOrigin;
  /** What it was drawn as; empty: it was not drawn. */
  drawnAs: string;
  name: string;
  /** Null: it is none of the ledger. */
  siteUid: string | null;
  countyName: string;
  townshipName: string;
  address: string;
  tradeName: string;
  kindNames: string[];
  responsiblePerson: string;
  phone: string;
  /** When it left the ledger. */
  siteClosedOn: string | null;
  /** What its visit takes; null: as usual in the campaign. */
  minutes: number | null;
  note: string;
  visitedOn: string | null;
  /** Taken off the list while the campaign was under way. */
  removed: { at: number; by: string; reason: string } | null;
}

export const targetViews = ['listed', 'open', 'visited', 'removed'] as const;
export type TargetView = (typeof targetViews)[number];

export interface CampaignTargets {
  rows: CampaignTarget[];
  /** Of each view, with the other filters. */
  views: Record<TargetView, number>;
}

export interface CampaignCoverage extends Coverage {
  counties: Named[];
  kinds: Named[];
  /** Kinds that are swept. */
  sweepKindUids: string[];
}

/** What was drawn from, for one county and one line of the rule. */
export interface DrawingPool {
  countyUid: string;
  countyName: string;
  /** 人员密集场所, 乡镇(街道), 专职消防队. */
  subject: string;
  count: number;
  available: number;
  /** Left out because they were visited lately. */
  resting: number;
  missing: number;
}

export interface Drawing {
  uid: string;
  number: number;
  status: DrawingStatus;
  seed: number;
  poolCount: number;
  fingerprint: string;
  at: number;
  userName: string;
  /** Why it was drawn once more; empty: it is the first. */
  reason: string;
  decidedAt: number | null;
  decidedBy: string;
  discardReason: string;
  /** Each with the names that came out of it, in their order. */
  pools: (DrawingPool & { drawn: string[] })[];
}

/** What a drawing would be made from now. */
export interface DrawingPreview {
  pools: DrawingPool[];
  poolCount: number;
  fingerprint: string;
}

const documentSchema = textSchema('来文依据', 200);
const titleSchema = nameSchema('名称', 100);
const daysMessage = { message: '结束日期不能早于开始日期', path: ['lastDay'] };

const newCampaignSchema = z
  .object({
    title: titleSchema,
    kindUid: uidSchema,
    document: documentSchema,
    firstDay: daySchema,
    lastDay: daySchema,
    announced: z.boolean(),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, daysMessage);
export type NewCampaign = z.infer<typeof newCampaignSchema>;

const chosen = z.array(uidSchema);
const campaignFields = {
  title: titleSchema,
  kindUid: uidSchema,
  document: documentSchema,
  firstDay: daySchema,
  lastDay: daySchema,
  announced: z.boolean(),
  content: textSchema('督查内容', 4_000),
  minutesPerVisit: z
    .int('请填写整数')
    .min(LEAST_MINUTES, `每处至少 ${LEAST_MINUTES} 分钟`)
    .max(MOST_MINUTES, `每处最多 ${MOST_MINUTES} 分钟`),
  restMonths: z.int('请填写整数').min(0).max(60, '最多 60 个月'),
  note: textSchema('备注', 2_000),
  countyUids: chosen.max(100),
  tradeUids: chosen.max(200),
  /** In their order. */
  checklistUids: chosen.max(30, '检查清单最多 30 份'),
};
export type CampaignFields = z.infer<z.ZodObject<typeof campaignFields>>;

const monthDaySchema = z
  .string()
  .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, '日期应写成 11-01 这样');
const kindFields = {
  name: nameSchema('类型名称', 20),
  title: nameSchema('督查名称', 60),
  seasonFrom: monthDaySchema.nullable(),
  seasonTo: monthDaySchema.nullable(),
};
const hasWholeSeason = ({ seasonFrom, seasonTo }: { seasonFrom: string | null; seasonTo: string | null }) =>
  (seasonFrom === null) === (seasonTo === null);
const seasonMessage = { message: '起止日期要么都填，要么都不填' };
const seenKindSchema = z.object({ uid: uidSchema, ...kindFields });
const wantedKindSchema = z
  .object({ uid: uidSchema.nullable(), ...kindFields })
  .refine(hasWholeSeason, seasonMessage);
export type WantedCampaignKind = z.infer<typeof wantedKindSchema>;

const uid = z.object({ uid: uidSchema });
const reasonSchema = textSchema('原因', 500);
const neededReasonSchema = reasonSchema.min(1, '请填写原因');
const targetUidsSchema = chosen.min(1, '请至少选择一个对象').max(5_000, '一次最多 5000 个对象');
const minutesSchema = campaignFields.minutesPerVisit.nullable();

const addedTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('site'), siteUid: uidSchema }),
  z.object({ kind: z.literal('township'), organizationUid: uidSchema }),
  z.object({ kind: z.literal('other'), name: nameSchema('对象名称', 100), countyUid: uidSchema }),
]);
export type AddedTarget = z.infer<typeof addedTargetSchema>;

const targetFilterSchema = z.object({
  uid: uidSchema,
  view: z.enum(targetViews),
  origin: z.enum(targetOrigins).nullable(),
  countyUid: uidSchema.nullable(),
  /** Sites of this kind that stand on the ledger. */
  kindUid: uidSchema.nullable(),
  /** Name, its pinyin initials, place or address. */
  text: z.string().trim().max(50),
});
export type TargetFilter = z.infer<typeof targetFilterSchema>;

/** The list of the campaigns; `campaigns` takes in what is seen in one of them. */
export const campaignList = tableImport('专项督查', 'editInspections', z.null());

export const campaigns = {
  /** Those that run first, then by their first day, the latest first, as far as it is told. `text`: title or its pinyin initials. */
  list: read('专项督查列表')
    .input(z.object({ text: z.string().max(50) }))
    .output(type<CampaignSummary[]>()),
  get: read('查看专项督查').input(uid).output(type<CampaignDetail>()),
  choices: read('督查类型和检查清单').output(type<CampaignChoices>()),
  setKinds: reversible('修改督查类型', 'editInspections')
    .input(
      z.object({
        base: z.object({ kinds: z.array(seenKindSchema).max(50) }),
        set: z.object({
          kinds: z.array(wantedKindSchema).min(1, '请至少保留一个类型').max(50, '最多 50 个'),
        }),
      }),
    )
    .output(type<{ count: number }>()),

  /** With all counties, and with rule, checklists and minutes as the latest campaign had them. */
  add: reversible('新增专项督查', 'editInspections').input(newCampaignSchema).output(type<{ uid: string }>()),
  update: reversible('修改专项督查', 'editInspections')
    .input(patchSchema(campaignFields))
    .output(type<{ uid: string }>()),
  /** While nothing has begun. */
  remove: reversible('删除专项督查', 'editInspections').input(uid).output(type<{ uid: string }>()),
  start: reversible('开始督查', 'editInspections').input(uid).output(type<{ uid: string }>()),
  close: reversible('结束督查', 'editInspections')
    .input(z.object({ uid: uidSchema, day: daySchema }))
    .output(type<{ uid: string }>()),
  reopen: reversible('重新打开督查', 'editInspections')
    .input(z.object({ uid: uidSchema, reason: neededReasonSchema }))
    .output(type<{ uid: string }>()),

  /** By county in protocol order. */
  targets: read('督查对象').input(targetFilterSchema).output(type<CampaignTargets>()),
  coverage: read('督查覆盖情况').input(uid).output(type<CampaignCoverage>()),
  /**
   * Lists every site of these kinds that the ledger has in the counties and trades of the campaign, and takes off
   * those that were listed so before and no longer belong.
   */
  sweep: reversible('逐一列入督查对象', 'editInspections')
    .input(z.object({ uid: uidSchema, kindUids: chosen.max(50), reason: reasonSchema }))
    .output(type<{ added: number; removed: number }>()),
  addTargets: reversible('增加督查对象', 'editInspections')
    .input(z.object({ uid: uidSchema, items: z.array(addedTargetSchema).min(1, '请选择对象').max(500) }))
    .output(type<{ added: number }>()),
  updateTarget: reversible('修改督查对象', 'editInspections')
    .input(
      patchSchema({
        name: nameSchema('对象名称', 100),
        minutes: minutesSchema,
        note: textSchema('备注', 500),
      }),
    )
    .output(type<{ uid: string }>()),
  /** Needs a reason once the campaign is under way. */
  removeTargets: reversible('移出督查对象', 'editInspections')
    .input(z.object({ campaignUid: uidSchema, uids: targetUidsSchema, reason: reasonSchema }))
    .output(type<{ removed: number }>()),
  /** Null: it has not been visited after all. */
  setVisited: reversible('登记已督查', 'editInspections')
    .input(z.object({ campaignUid: uidSchema, uids: targetUidsSchema, day: daySchema.nullable() }))
    .output(type<{ changed: number }>()),

  setSampling: reversible('修改抽查规则', 'editInspections')
    .input(
      z.object({
        uid: uidSchema,
        base: z.object({ sampling: samplingSchema }),
        set: z.object({ sampling: samplingSchema }),
      }),
    )
    .output(type<{ uid: string }>()),
  drawingPreview: read('抽取范围').input(uid).output(type<DrawingPreview>()),
  /** All of a campaign, the latest first. */
  drawings: read('抽取记录').input(uid).output(type<Drawing[]>()),
  /**
   * `seed` null: the program takes one. Another drawing than the first needs a reason; the one before is given up.
   * An undo would leave no trace of what was seen.
   */
  draw: compensated('抽取督查对象', 'editInspections', '作废抽取结果')
    .input(
      z.object({
        uid: uidSchema,
        seed: z.int('种子是整数').min(0).max(MOST_SEED, `种子最大是 ${MOST_SEED}`).nullable(),
        reason: reasonSchema,
        /** What the page showed as drawn from; refused where it is another by now. */
        fingerprint: z.string().max(100),
      }),
    )
    .output(type<{ drawingUid: string }>()),
  takeDrawing: reversible('采用抽取结果', 'editInspections').input(uid).output(type<{ added: number }>()),
  discardDrawing: reversible('作废抽取结果', 'editInspections')
    .input(z.object({ uid: uidSchema, reason: neededReasonSchema }))
    .output(type<{ removed: number }>()),
  /** 抽取记录 as it is printed. */
  drawingRecord: read('预览抽取记录').input(uid).output(type<Paper>()),

  /** Starts a job; its result is a WrittenFile. */
  exportTargets: exporting('导出督查对象名单').input(uid).output(type<{ jobUid: string }>()),
  writeDrawingRecord: exporting('导出抽取记录')
    .input(z.object({ uid: uidSchema, format: z.enum(formFormats) }))
    .output(type<{ jobUid: string }>()),

  /**
   * Targets. Of an unannounced campaign the reading waits sealed, and no copy of it lies beside the store. The file
   * that was brought leaves the disk when it is read or could not be; one of several sheets when another is chosen, or
   * else like every upload that nobody asks for.
   */
  ...tableImport('督查对象', 'editInspections', z.object({ campaignUid: uidSchema })),

  ...campaignSecrecy,
};
