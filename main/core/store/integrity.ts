/**
 * Is the store what it was when we last closed it?
 * requireStoreHeader: before SQLite opens the file. findStartFaults: head of the chain against the anchor, at every
 * start, in microseconds. checkStore: everything, in a reader thread, after an unclean end and once a day.
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { type ChainHead, chainStart, operationHash, summarizeChanges } from './chain.ts';
import { isDriverError, translateError } from './database.ts';
import { StoreError } from './errors.ts';
import { changesBetween, headById, lastOperation } from './log-queries.ts';
import { defineQuery, integer, text } from './query.ts';
import type { ReadStore } from './read-store.ts';
import { verifyChain } from './verify-chain.ts';
import { systemCode } from '../system-code.ts';

const headerMagic = 'SQLite format 3\0';

/**
 * A missing or empty file is a new store. Never call it while the store is open in this process: closing any
 * descriptor of the file drops SQLite's locks on it (POSIX).
 * @throws StoreError `notAStore`
 */
export function requireStoreHeader(file: string): void {
  // A power cut during the very first write, before there is a write-ahead log: SQLite takes that write back.
  if (existsSync(`${file}-journal`)) return;
  const start = Buffer.alloc(headerMagic.length);
  let length = 0;
  try {
    const descriptor = openSync(file, 'r');
    length = readSync(descriptor, start);
    closeSync(descriptor);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw new StoreError('ioError', `打不开数据文件 ${file}。请检查文件夹的读写权限。`, error);
  }
  if (length === 0 || start.toString('latin1') === headerMagic) return;
  throw new StoreError(
    'notAStore',
    `数据文件 ${file} 不是本程序的数据，或开头已损坏。请不要删除它，从最近的备份恢复。`,
  );
}

/** @returns findings in Chinese; empty when the last operation is whole and no operation got lost behind it */
export function findStartFaults(store: ReadStore, anchor: ChainHead | undefined): string[] {
  const findings: string[] = [];
  const last = store.get(lastOperation);
  if (last) {
    const { change_start: start, change_count: count } = last;
    const changes = summarizeChanges(store.iterate(changesBetween, { start, end: start + count }));
    const previous = store.get(headById, { id: last.id - 1 })?.hash ?? chainStart;
    if (changes.digest !== last.change_digest || operationHash(previous, last) !== last.hash) {
      findings.push(`最后一次操作（第 ${last.id} 号，${last.label}）的记录被改动过。请在“操作日志”中核对。`);
    }
  }
  if (anchor === undefined) return findings;
  const anchored = store.get(headById, { id: anchor.operationId });
  if (anchored === undefined) {
    const lost = anchor.operationId - (last?.id ?? 0);
    findings.push(
      `数据比上次关闭时少了 ${lost} 次操作：数据文件可能被换成旧的，或旁边的 store.db-wal 文件丢失。请核对最近的内容，必要时从备份恢复。`,
    );
  } else if (anchored.hash !== anchor.hash) {
    findings.push(
      '操作日志与上次关闭时不一致：数据文件可能被替换或改动过。请核对最近的内容，必要时从备份恢复。',
    );
  }
  return findings;
}

const quickCheck = defineQuery({
  name: 'store.quickCheck',
  sql: 'SELECT quick_check AS message FROM pragma_quick_check',
  columns: { message: text },
});

const brokenReferences = defineQuery({
  name: 'store.brokenReferences',
  sql: `SELECT "table" AS table_name, count(*) AS count FROM pragma_foreign_key_check GROUP BY "table" ORDER BY 1`,
  columns: { table_name: text, count: integer },
});

/**
 * The full check; takes seconds on a large store. Of a damaged file nothing more is asked: what is read along broken pages
 * says nothing, or breaks off.
 * @param accepted findings that somebody has looked into; they are not reported again
 * @returns findings in Chinese, empty when all is well
 */
export function checkStore(store: ReadStore, accepted: readonly string[] = []): string[] {
  try {
    const damage = store.all(quickCheck).filter((row) => row.message !== 'ok');
    if (damage.length > 0) return [damageWords(`${damage.length} 处`)];
    const broken = store.all(brokenReferences);
    const lost = broken.map((row) => `数据表 ${row.table_name} 有 ${row.count} 行指向已不存在的内容。`);
    return [...lost.filter((finding) => !accepted.includes(finding)), ...verifyChain(store, accepted)];
  } catch (error) {
    const known = translateError(error);
    const isDamage = known instanceof StoreError ? known.kind === 'damaged' : isDriverError(error);
    if (isDamage) return [damageWords('')];
    throw error;
  }
}

/** Where the file itself is damaged, which nobody can look into and accept. */
export function tellsOfDamage(finding: string): boolean {
  return finding.startsWith(damaged);
}

const damaged = '数据文件有';

/** @param count of the places; empty where that is not known */
export function damageWords(count: string): string {
  return `${damaged}${count === '' ? '' : ` ${count}`}损坏。请停止录入，从最近的备份恢复。`;
}
