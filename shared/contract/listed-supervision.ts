import { type } from '@orpc/contract';
import * as z from 'zod';
import type { ListedState } from '../rules/notices/listed-state.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';

export type ListedKind = 'unit' | 'area';
export type ListedLevel = 'province' | 'city' | 'county';

/** A hazard under listed supervision (挂牌督办). */
export interface ListedRow {
  uid: string;
  name: string;
  kind: ListedKind;
  level: ListedLevel;
  organizationUid: string | null;
  /** The place or unit that answers for it, by its name of today. */
  organizationName: string;
  address: string;
  hazards: string;
  responsiblePerson: string;
  phone: string;
  leader: string;
  supervisingUnit: string;
  measures: string;
  listedOn: string;
  dueOn: string;
  firstDueOn: string;
  boardDueOn: string | null;
  boardHungOn: string | null;
  acceptedOn: string | null;
  acceptedBy: string;
  acceptance: string;
  delistedOn: string | null;
  lastProgressOn: string | null;
  state: ListedState;
  boardLate: boolean;
  /** The day by which progress should have been reported and was not. */
  missingProgress: string | null;
}

export interface ListedProgress {
  uid: string;
  kind: 'progress' | 'extension';
  day: string;
  text: string;
  oldDueOn: string | null;
  newDueOn: string | null;
  userName: string;
}

export interface ListedDetail extends ListedRow {
  /** False: the last day for hanging the board runs through a year whose holidays are not known. */
  isBoardDueCertain: boolean;
  /** Oldest first. */
  progress: ListedProgress[];
}

const byUid = z.object({ uid: uidSchema });
const fields = {
  name: nameSchema('单位或区域名称', 100),
  kind: z.enum(['unit', 'area']),
  level: z.enum(['province', 'city', 'county']),
  organizationUid: uidSchema.nullable(),
  address: textSchema('地址', 200),
  hazards: textSchema('火灾隐患', 2_000),
  responsiblePerson: textSchema('整改责任人', 60),
  phone: textSchema('电话', 40),
  leader: textSchema('包案领导', 60),
  supervisingUnit: textSchema('督办单位', 60),
  measures: textSchema('整改措施', 2_000),
  listedOn: daySchema,
};

export const listedSupervision = {
  list: read('挂牌督办台账')
    .input(
      z.object({
        view: z.enum(['all', 'open', 'late', 'delisted']),
        text: z.string().trim().max(60),
      }),
    )
    .output(type<ListedRow[]>()),
  get: read('查看挂牌督办').input(byUid).output(type<ListedDetail>()),
  add: reversible('新增挂牌督办', 'editPapers')
    .input(z.object({ ...fields, dueOn: daySchema }))
    .output(type<{ uid: string }>()),
  /** The date limit is changed by an extension, so that the old one stays visible. */
  update: reversible('修改挂牌督办', 'editPapers').input(patchSchema(fields)).output(type<{ uid: string }>()),
  remove: reversible('删除挂牌督办', 'editPapers').input(byUid).output(type<{ uid: string }>()),

  hangBoard: reversible('登记警示牌', 'editPapers')
    .input(byUid.extend({ day: daySchema.nullable() }))
    .output(type<{ uid: string }>()),
  addProgress: reversible('登记整改进展', 'editPapers')
    .input(byUid.extend({ day: daySchema, text: textSchema('整改进展', 2_000).min(1, '请填写整改进展') }))
    .output(type<{ progressUid: string }>()),
  removeProgress: reversible('删除整改进展', 'editPapers')
    .input(z.object({ progressUid: uidSchema }))
    .output(type<{ progressUid: string }>()),
  extend: reversible('挂牌督办延期', 'editPapers')
    .input(
      byUid.extend({
        day: daySchema,
        dueOn: daySchema,
        reason: textSchema('延期原因', 2_000).min(1, '请填写延期原因'),
      }),
    )
    .output(type<{ progressUid: string }>()),
  accept: reversible('挂牌督办验收', 'editPapers')
    .input(
      byUid.extend({
        day: daySchema,
        by: nameSchema('验收人', 60),
        text: textSchema('验收意见', 2_000).min(1, '请填写验收意见'),
      }),
    )
    .output(type<{ uid: string }>()),
  delist: reversible('摘牌销案', 'editPapers')
    .input(byUid.extend({ day: daySchema }))
    .output(type<{ uid: string }>()),
  /** Takes acceptance and delisting back, with what was reported meanwhile kept. */
  reopen: reversible('重新挂牌', 'editPapers')
    .input(byUid.extend({ day: daySchema, reason: textSchema('原因', 2_000).min(1, '请写明重新挂牌的原因') }))
    .output(type<{ uid: string }>()),

  ...tableImport('挂牌督办', 'editPapers', z.null()),
  exportLedger: exporting('导出挂牌督办一览表')
    .input(z.object({ view: z.enum(['all', 'open', 'late', 'delisted']) }))
    .output(type<{ jobUid: string }>()),
};
