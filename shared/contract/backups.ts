import { type } from '@orpc/contract';
import * as z from 'zod';
import type { ThinningRule } from '../rules/backups/thinning.ts';
import { filePassword, textSchema } from './fields.ts';
import { read, reversible, service } from './operation.ts';
import type { RecoveryBackup } from './recovery.ts';

/** Where a backup lies: in the data folder, at the chosen second place, or in another folder that the clerk names. */
export const backupPlaces = ['own', 'second', 'other'] as const;
export type BackupPlace = (typeof backupPlaces)[number];

export interface BackupSettings {
  /** Folder of the second place; empty for none. */
  secondFolder: string;
  thinning: ThinningRule;
  /** A backup is made before an import of so many rows. */
  importRows: number;
  /** Kept files that nothing needs any more are removed after so many days. */
  orphanDays: number;
}

/** A backup as it lies at its place. */
export interface Backup extends RecoveryBackup {
  place: BackupPlace;
  /** On the disk; kept files are counted once for all backups of a place and are not in it. */
  bytes: number;
  sealed: boolean;
  /** At a second place that others use too: of these data, and thinned with them. */
  isOwn: boolean;
  programVersion: string;
  /** When its bytes were last read again and held against its manifest. */
  verifiedAt: number | null;
}

/** A folder with backups outside the data folder. */
export interface FoundPlace {
  folder: string;
  /** The latest first; never empty. */
  backups: Backup[];
}

/** The last restore drill. */
export interface Drill {
  /** Instant, UTC milliseconds. */
  at: number;
  backup: string;
  /** In Chinese; empty when all could be restored. */
  faults: string[];
  rows: number;
  files: number;
}

/** What lies at the second place from before there was a password. */
export interface PlainThere {
  /** Backups of these data. */
  own: number;
  /** Another PC's, and damaged ones: they are left alone. */
  others: number;
  /** Kept files. */
  files: number;
}

/** The last cleaning of kept files. */
export interface FileCleaning {
  /** Instant, UTC milliseconds. */
  at: number;
  /** How many were removed since the data folder was made, and how much that freed. */
  files: number;
  bytes: number;
  /** Why nothing was removed the last time, in Chinese; null when nothing stood in the way. */
  held: string | null;
}

export interface BackupState {
  /** The latest first, of both places. */
  backups: Backup[];
  folder: string;
  /** Null where none is chosen. */
  second: {
    folder: string;
    isThere: boolean;
    lastAt: number | null;
    /** What can be read there without the password that is set. Null without a password, or where it is not there. */
    plain: PlainThere | null;
  } | null;
  /** What went wrong with the last backup, in Chinese; null when it went well. */
  problem: string | null;
  hasPassword: boolean;
  drill: Drill | null;
  /** Of a backup at the second place. */
  secondDrill: Drill | null;
  /** No drill for longer than a month. */
  isDrillOverdue: boolean;
  cleaning: FileCleaning | null;
  /** A restored store that takes its place at the next start. */
  waiting: { backup: string; madeAt: number; userName: string; preparedAt: number } | null;
}

/** What is in a backup, and how it differs from now. */
export interface BackupPreview {
  name: string;
  madeAt: number;
  programVersion: string;
  /** Business tables with rows in the backup or now. */
  tables: { table: string; kept: number; now: number }[];
  /** The last ones before the backup, the latest first. */
  operations: { at: number; userName: string; label: string; summary: string }[];
  /** Operations that are in the present store only. Null where the backup is no former state of it. */
  later: number | null;
  files: number;
}

/** As the program names backups: no way out of the folder. */
const backupNameSchema = z
  .string()
  .max(120)
  .regex(/^[\p{L}\p{N}〔〕-]+$/u, '备份名称不正确');
const chosenSchema = z.object({
  place: z.enum(backupPlaces),
  /** Of another place, as `find` has told it; of the others it is known. */
  folder: textSchema('备份所在的文件夹', 500),
  name: backupNameSchema,
  /** Of a sealed backup that was made with another password than the present one; empty where none is needed. */
  password: z.string().max(200),
});

function count(what: string, least: number, most: number) {
  return z.int(`${what}填整数`).min(least, `${what}最少 ${least}`).max(most, `${what}最多 ${most}`);
}

export const backups = {
  settings: read('备份设置', 'manageOffice').output(type<BackupSettings>()),
  updateSettings: reversible('修改备份设置', 'manageOffice')
    .input(
      z.object({
        secondFolder: textSchema('第二备份位置', 500),
        thinning: z.object({
          allDays: count('全部保留的天数', 1, 60),
          daily: count('每天一份的份数', 1, 400),
          weekly: count('每周一份的份数', 1, 260),
          monthly: count('每月一份的份数', 1, 240),
        }),
        importRows: count('导入行数', 1, 1_000_000),
        orphanDays: count('没有用到的附件保留的天数', 1, 365),
      }),
    )
    .output(type<BackupSettings>()),
  state: service('备份情况', 'manageOffice').output(type<BackupState>()),
  /**
   * Backups elsewhere, by folder.
   * @throws AppError refused where the path leads to none. An empty path looks at the drives that are connected.
   */
  find: service('查找其他位置的备份', 'manageOffice')
    .input(z.object({ path: textSchema('备份的位置', 500) }))
    .output(type<FoundPlace[]>()),
  /** Starts a job. */
  make: service('立即备份', 'manageOffice').output(type<{ jobUid: string }>()),
  /** Starts a job that restores one into a folder that is thrown away; its result is a Drill. */
  verify: service('校验备份', 'manageOffice').input(chosenSchema).output(type<{ jobUid: string }>()),
  /** Starts a job; its result is a BackupPreview. */
  preview: service('查看备份内容', 'manageOffice').input(chosenSchema).output(type<{ jobUid: string }>()),
  /** Starts a job; what it restores takes its place at the next start. */
  restore: service('恢复数据', 'manageOffice').input(chosenSchema).output(type<{ jobUid: string }>()),
  cancelRestore: service('取消恢复', 'manageOffice').output(type<{ cancelled: boolean }>()),
  /** Starts a job that seals what lies plain at the second place; its result is a PlainThere: what is left. */
  seal: service('加密以前的备份', 'manageOffice').output(type<{ jobUid: string }>()),
  /** Of the backups at the second place from now on; empty takes it away. */
  setPassword: service('设置备份密码', 'manageOffice')
    .input(
      z.object({
        password: z
          .string()
          .max(filePassword.most, `备份密码最多 ${filePassword.most} 个字`)
          .refine(
            (text) => text === '' || text.length >= filePassword.least,
            `备份密码至少 ${filePassword.least} 个字`,
          ),
      }),
    )
    .output(type<{ hasPassword: boolean }>()),
};
