import { formatInstant } from '#main/core/store/format-instant.ts';

/*
 * An export of everything (全部数据导出):
 *   请先读我.txt · 数据说明.xlsx      what this is, and what each table and column means
 *   数据/store.db                    the whole store, as SQLite
 *   数据/已核对的问题.json           findings of the checks that somebody has accepted, where there are any
 *   附件/…                           every kept file, by its name
 *   表格/….xlsx                      every business table, to be read in Excel
 *   SHA256SUMS                       checksums of all of these
 */
export const README_NAME = '请先读我.txt';
export const MEANING_NAME = '数据说明.xlsx';
export const STORE_FOLDER = '数据';
export const ACCEPTED_NAME = '数据/已核对的问题.json';
export const FILES_FOLDER = '附件';
export const TABLES_FOLDER = '表格';

/** 全部数据 20261130-0715 */
export function wholeName(at: Date): string {
  return `全部数据 ${formatInstant(at.getTime()).replaceAll(/[-:]/gu, '').replace(' ', '-')}`;
}
