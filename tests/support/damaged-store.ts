import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';

const PAGE_BYTES = 4_096;

/** Zeroes the first leaf page of a table's own tree: the store opens, and the full check finds it. Not while it is open. */
export function zeroLeafOf(folder: string, table: string): void {
  const file = join(folder, 'store.db');
  const driver = new Driver(file);
  const page = driver
    .prepare<[string], number>(
      `SELECT min(pageno) FROM dbstat WHERE name = ? AND pagetype = 'leaf' AND pageno > 1`,
    )
    .pluck()
    .get(table);
  driver.close();
  if (page === undefined || page === null) throw new Error(`${table} has no page of its own`);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(PAGE_BYTES), 0, PAGE_BYTES, (page - 1) * PAGE_BYTES);
  closeSync(handle);
}
