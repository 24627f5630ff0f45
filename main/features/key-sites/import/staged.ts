import { AppError } from '#shared/errors.ts';
import type { SourceTable } from '#main/core/excel/read/source-table.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { getStaged, removeStaged } from '#main/core/store/staging.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { siteColumnsOf, writeKinds } from '../columns.ts';
import { allTrades } from '../queries.ts';
import { type ImportedValues, interpret } from './interpret.ts';

export const STAGED_SITES = 'keySites';

/** What waits for the clerk's yes: the table itself, so that it is read anew against the ledger as it is by then. */
export interface StagedSites {
  table: SourceTable;
  placeUid: string | null;
}

/** All rows or none. */
export function importStaged(
  { stagedUid }: { stagedUid: string },
  { db, today, caller, summarize }: WriteContext,
): { added: number; changed: number } {
  const staged = getStaged(db, stagedUid);
  if (staged?.kind !== STAGED_SITES || staged.userUid !== (caller.userUid ?? ''))
    throw new AppError('notFound', { what: '要导入的内容' });
  // Written by our own job, in this form.
  const { table, placeUid } = JSON.parse(staged.payload) as StagedSites;
  const { rows, problems, newTrades } = interpret(db, table, { placeUid, today });
  const error = problems.find(({ severity }) => severity === 'error');
  if (error !== undefined)
    throw new AppError('refused', {
      reason: `台账在预览之后有了变化，第 ${error.row} 行不能导入：${error.text}请重新读取表格。`,
    });
  const trades = addTrades(db, newTrades);
  const wanted = rows.filter(({ action }) => action === 'add' || action === 'change');
  for (const { site, values } of wanted) {
    const columns = siteColumnsOf({ ...values, tradeId: tradeIdOf(values.trade, trades) });
    const id = site?.record?.id ?? db.insert('key_site', columns);
    if (site !== null) db.update('key_site', id, columns);
    writeKinds(db, id, values.kindIds);
  }
  removeStaged(db, stagedUid);
  const changed = wanted.filter(({ action }) => action === 'change').length;
  summarize(`新增 ${wanted.length - changed} 家，更新 ${changed} 家`);
  return { added: wanted.length - changed, changed };
}

/** At the end of the list. */
function addTrades(db: WriteStore, names: readonly string[]): Map<string, number> {
  const last = Math.max(0, ...db.all(allTrades).map(({ position }) => position));
  return new Map(
    names.map((name, index) => [name, db.insert('site_trade', { name, position: last + index + 1 })]),
  );
}

function tradeIdOf(trade: ImportedValues['trade'], added: ReadonlyMap<string, number>): number | null {
  if (trade === null) return null;
  return 'id' in trade ? trade.id : (added.get(trade.newName) ?? null);
}
