import { type } from '@orpc/contract';
import * as z from 'zod';
import type { SiteKindRole } from '../rules/key-sites/model.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';
import { seenTermsSchema, type Term, wantedTermsSchema } from './terms.ts';

/** `duplicate`: likely entered twice, see same-site.ts. */
export const siteViews = ['active', 'duplicate', 'closed', 'all'] as const;
export type SiteView = (typeof siteViews)[number];

/** A kind of the office's list. */
export interface SiteKind extends Term {
  role: SiteKindRole;
}

export interface SiteTerms {
  trades: Term[];
  kinds: SiteKind[];
}

export interface KeySite {
  uid: string;
  name: string;
  /** The township; the county where the township is not known. */
  organizationUid: string;
  /** As they are called today; of a closed site, as they were called on its last day. */
  countyName: string;
  /** Empty where only the county is known. */
  townshipName: string;
  address: string;
  tradeUid: string | null;
  tradeName: string;
  /** In the order of the office's list. */
  kinds: { uid: string; name: string; role: SiteKindRole }[];
  responsiblePerson: string;
  phone: string;
  note: string;
  /** First day on which it is no longer on the ledger; null: on it. */
  closedOn: string | null;
}

export interface KeySiteDetail extends KeySite {
  /** Others that are likely the same. */
  similar: KeySite[];
}

export interface KeySitePage {
  rows: KeySite[];
  next: KeySiteCursor | null;
}

export interface KeySiteCounts {
  /** Of the whole filter. */
  total: number;
  /** Of each view, whatever view the filter names. */
  views: Record<SiteView, number>;
}

/** Where the next page begins; what it holds is the core's own business. */
const cursorSchema = z.object({ place: z.int(), id: z.int() });
export type KeySiteCursor = z.infer<typeof cursorSchema>;

const filterSchema = z.object({
  view: z.enum(siteViews),
  /** A county with all its townships, or one township. */
  placeUid: uidSchema.nullable(),
  tradeUid: uidSchema.nullable(),
  kindUid: uidSchema.nullable(),
  /** Name, its pinyin initials, address, person, phone or place. */
  text: z.string().trim().max(50),
});
export type KeySiteFilter = z.infer<typeof filterSchema>;

const fields = {
  name: nameSchema('单位名称', 100),
  organizationUid: uidSchema,
  address: textSchema('地址', 200),
  tradeUid: uidSchema.nullable(),
  kindUids: z.array(uidSchema).max(20, '一个单位最多 20 个类别'),
  responsiblePerson: textSchema('负责人', 60),
  phone: textSchema('电话', 60),
  note: textSchema('备注', 500),
};
export const newSiteSchema = z.object(fields);
export type NewKeySite = z.infer<typeof newSiteSchema>;
const wholeSiteSchema = z.object({ ...fields, closedOn: daySchema.nullable() });
export type KeySiteFields = z.infer<typeof wholeSiteSchema>;

const uidsSchema = z.array(uidSchema).min(1, '请至少选择一个单位').max(2_000, '一次最多 2000 个单位');
const uid = z.object({ uid: uidSchema });

const siteImportSchema = z.object({
  /** Where rows belong that name neither county nor township; null: such a row is a problem. */
  placeUid: uidSchema.nullable(),
});
export type SiteImportOptions = z.infer<typeof siteImportSchema>;

export const keySites = {
  /** By county and township in protocol order. */
  list: read('重点单位列表')
    .input(z.object({ filter: filterSchema, after: cursorSchema.nullable(), limit: z.int().min(1).max(500) }))
    .output(type<KeySitePage>()),
  counts: read('重点单位数').input(filterSchema).output(type<KeySiteCounts>()),
  get: read('查看重点单位').input(uid).output(type<KeySiteDetail>()),
  /** Those that what is being entered is likely the same as. */
  similar: read('查找相同的重点单位')
    .input(
      z.object({
        name: z.string().trim().max(100),
        organizationUid: uidSchema.nullable(),
        address: z.string().trim().max(200),
        /** The site that is being changed. */
        exceptUid: uidSchema.nullable(),
      }),
    )
    .output(type<KeySite[]>()),
  terms: read('行业和类别').output(type<SiteTerms>()),
  setTerms: reversible('修改行业和类别', 'editInspections')
    .input(
      z.object({
        base: z.object({ trades: seenTermsSchema, kinds: seenTermsSchema }),
        set: z.object({ trades: wantedTermsSchema, kinds: wantedTermsSchema }),
      }),
    )
    .output(type<{ count: number }>()),

  add: reversible('新增重点单位', 'editInspections')
    .input(z.object({ items: z.array(newSiteSchema).min(1).max(2_000, '一次最多 2000 个单位') }))
    .output(type<{ uids: string[] }>()),
  update: reversible('修改重点单位', 'editInspections')
    .input(patchSchema({ ...fields, closedOn: daySchema.nullable() }))
    .output(type<{ uid: string }>()),
  /** For what was entered by mistake. */
  remove: reversible('删除重点单位', 'editInspections')
    .input(z.object({ uids: uidsSchema }))
    .output(type<{ removed: number }>()),
  close: reversible('登记重点单位退出', 'editInspections')
    .input(z.object({ uids: uidsSchema, day: daySchema }))
    .output(type<{ changed: number }>()),
  reopen: reversible('恢复重点单位', 'editInspections')
    .input(z.object({ uids: uidsSchema }))
    .output(type<{ changed: number }>()),
  setKinds: reversible('设置重点单位类别', 'editInspections')
    .input(z.object({ uids: uidsSchema, add: fields.kindUids, remove: fields.kindUids }))
    .output(type<{ changed: number }>()),
  /** Two entries of one site: one of them stays, with the chosen values. */
  merge: reversible('合并重点单位', 'editInspections')
    .input(
      z.object({
        keepUid: uidSchema,
        dropUid: uidSchema,
        /** Both as the page saw them. */
        seen: z.object({ keep: wholeSiteSchema, drop: wholeSiteSchema }),
        values: wholeSiteSchema,
      }),
    )
    .output(type<{ uid: string }>()),

  ...tableImport('重点单位', 'editInspections', siteImportSchema),
  /** Starts a job; its result is a WrittenFile in a layout that `readTable` reads. */
  exportLedger: exporting('导出重点单位台账')
    .input(z.object({ filter: filterSchema, uids: z.array(uidSchema).max(2_000).nullable() }))
    .output(type<{ jobUid: string }>()),
};
