import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Terminal, UsageError } from '#main/cli/command.ts';
import { exchangeCommand } from '#main/cli/exchange.ts';
import { ownPlace } from '#main/core/backups/make-backup.ts';
import { findBackups } from '#main/core/backups/place.ts';
import { anyOperation, listOperations } from '#main/core/store/history.ts';
import { checkStore } from '#main/core/store/integrity.ts';
import { openReader, openStore, type Store } from '#main/core/store/open.ts';
import { acceptedFaults } from '#main/core/store/standing-faults.ts';
import { startTestCore, startTestOffice } from '#tests/support/core.ts';
import { operation } from '#tests/support/store.ts';
import { setThreeApart } from '#tests/support/three-administrators.ts';

const password = '数据包的密码一二三';

/** What stands after a full check. */
function checked(store: Store, folder: string): readonly string[] {
  const reader = store.read();
  const found = store.noteFullCheck(checkStore(reader, acceptedFaults(folder)));
  reader.close();
  return found;
}

describe('data exchange on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-exchange-'));
  const data = join(folder, 'data');
  const copy = join(folder, 'copy');
  const file = join(folder, '数据包.xabao');
  beforeAll(async () => {
    const office = await startTestOffice({ name: '漯河市', code: '4111' }, {}, data);
    const nodes = await office.client.organizations.tree({ day: null });
    const organizationUid = nodes.find(({ level }) => level === 'township')!.uid;
    const empty = { address: '', responsiblePerson: '', phone: '', note: '', kindUids: [], tradeUid: null };
    await office.client.keySites.add({ items: [{ ...empty, name: '大酒店', organizationUid }] });
    await office.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function run(args: string[], given = password): Promise<string[]> {
    const lines: string[] = [];
    const terminal: Terminal = {
      out: (line) => void lines.push(line),
      say: () => undefined,
      signal: new AbortController().signal,
    };
    await exchangeCommand(args, terminal, () => given);
    return lines;
  }

  it('takes everything out and puts it into a new folder, never over data', async () => {
    const whole = join(folder, '全部数据');
    expect(await run(['export-all', '--data', data, '--out', whole])).toEqual([whole]);
    const [line] = await run(['import-all', '--from', whole, '--data', copy]);
    expect(line).toMatch(/^已导入 \d+ 条数据和 0 个附件/u);
    await expect(run(['import-all', '--from', whole, '--data', copy])).rejects.toThrow('里已经有数据');
  });

  it('makes a pack, says what merging would do, and merges', async () => {
    expect(await run(['pack', '--data', data, '--topics', 'sites', '--out', file])).toEqual([file]);
    const check = ['check', '--data', copy, '--file', file];
    expect(await run(check)).toContain('重点单位：新增 0 条，较新 0 格，两边都改过 0 格，不变 1 条');
    expect((await run(['merge', ...check.slice(1)])).at(-1)).toBe('已合并：新增 0 条，修改 0 条');
    await expect(run(check, '别的密码别的密码')).rejects.toThrow('密码不对');
  });

  it('makes a backup before it merges a pack that is long enough, as the page does', async () => {
    const office = await startTestCore(copy);
    const director = office.window();
    await director.session.state();
    await director.backups.updateSettings({ ...(await director.backups.settings()), importRows: 1 });
    await office.close();
    const merge = ['merge', '--data', copy, '--file', file];
    await run(merge);
    const [backup] = await findBackups(ownPlace(copy));
    expect(backup?.kind).toBe('beforeMerge');
    const db = openReader(copy);
    const lines = listOperations(db, anyOperation, { before: null, limit: 2 });
    db.close();
    expect(lines.map(({ label }) => label)).toEqual(['合并数据包', '合并前备份']);
  });

  it('merges nothing where the three administrators are apart, for it does not know who asks', async () => {
    const office = await startTestCore(copy);
    const director = office.window();
    await director.session.state();
    await setThreeApart(office, director);
    await office.close();
    await expect(run(['merge', '--data', copy, '--file', file])).rejects.toThrow('三员分立');
    await expect(run(['check', '--data', copy, '--file', file])).resolves.toBeDefined();
  });

  it('takes along what somebody has accepted of the checks, which does not stop the imported data either', async () => {
    const plain = new Driver(join(data, 'store.db'));
    plain.exec(`UPDATE operation SET label = '别的' WHERE id = (SELECT max(id) - 1 FROM operation)`);
    plain.close();
    const store = openStore(data, { programVersion: '0.1.0' });
    expect(checked(store, data)).toHaveLength(1);
    store.acceptFaults(operation());
    store.close();
    const whole = join(folder, '核对过的数据');
    await run(['export-all', '--data', data, '--out', whole]);
    expect(readFileSync(join(whole, 'SHA256SUMS'), 'utf8')).toContain('数据/已核对的问题.json');
    const target = join(folder, 'accepted');
    await run(['import-all', '--from', whole, '--data', target]);
    const imported = openStore(target, { programVersion: '0.1.0' });
    expect(checked(imported, target)).toEqual([]);
    imported.close();
  });

  it('is told what is wrong with how it was called', async () => {
    await expect(run(['pack', '--topics', 'nothing', '--out', file])).rejects.toThrow(
      '没有“nothing”这类内容',
    );
    await expect(run(['go'])).rejects.toBeInstanceOf(UsageError);
    await expect(run(['merge', '--file', file, '--rule', 'mine'])).rejects.toThrow('--rule 只能是');
  });
});
