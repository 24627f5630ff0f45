import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveCommand } from '#main/cli/archive.ts';
import type { Terminal } from '#main/cli/command.ts';
import { exchangeCommand } from '#main/cli/exchange.ts';
import { exportPeriodCommand } from '#main/cli/export.ts';
import { hashOfWritten } from '#main/core/files/hash-of-file.ts';
import { anyOperation, listOperations } from '#main/core/store/history.ts';
import { byCommandLine } from '#main/core/store/noted-lines.ts';
import { openReader } from '#main/core/store/open.ts';
import { writeDiagnosis } from '#main/hosts/write-diagnosis.ts';
import { openPeriod, putSchemeInForce } from '#tests/support/builders/period.ts';
import { startTestCore, startTestOffice } from '#tests/support/core.ts';

describe('what the command line takes out of the data', () => {
  let folder: string;
  let data: string;
  let code: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cli-log-'));
    data = join(folder, 'data');
    const office = await startTestOffice({ name: '漯河市', code: '4111' }, {}, data);
    await putSchemeInForce(office.client);
    const { uid } = await openPeriod(office.client);
    ({ code } = await office.client.assessment.period({ uid }));
    const nodes = await office.client.organizations.tree({ day: null });
    const organizationUid = nodes.find(({ level }) => level === 'township')!.uid;
    const empty = { address: '', responsiblePerson: '', phone: '', note: '', kindUids: [], tradeUid: null };
    await office.client.keySites.add({ items: [{ ...empty, name: '大酒店', organizationUid }] });
    await office.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const said: string[] = [];
  const terminal: Terminal = {
    out: () => undefined,
    say: (line) => void said.push(line),
    signal: new AbortController().signal,
  };

  function lastLine() {
    const db = openReader(data);
    const [line] = listOperations(db, anyOperation, { before: null, limit: 1 });
    db.close();
    return line!;
  }
  const notes = () => readdirSync(join(data, 'log-notes'));

  async function expectLine(name: string, target: string, ...parts: string[]): Promise<void> {
    const line = lastLine();
    expect({ name: line.name, user: line.user_name, outcome: line.outcome }).toEqual({
      name,
      user: byCommandLine().userName,
      outcome: 'done',
    });
    for (const part of [...parts, `SHA-256 ${await hashOfWritten(target)}`])
      expect(line.summary).toContain(part);
    expect(notes()).toEqual([]);
  }

  it('stands in the log with name, condition, amount and hash: a workbook, an archive, everything, a pack', async () => {
    const book = join(folder, '结果.xlsx');
    await exportPeriodCommand(['--data', data, '--period', code, '--out', book], terminal);
    await expectLine('assessment.exportWorkbook', book, '结果.xlsx；条件：考核期 ', '张表共 ');

    const archive = join(folder, '归档');
    await archiveCommand(['--data', data, '--year', '2020', '--out', archive], terminal);
    await expectLine('archive.write', archive, '归档；条件：年度 2020', ' 个文件');
    const second = join(folder, '归档(2)');
    await archiveCommand(['--data', data, '--year', '2020', '--out', archive], terminal);
    expect(existsSync(second)).toBe(true);
    await expectLine('archive.write', second, '归档(2)；');

    const whole = join(folder, '全部.zip');
    await exchangeCommand(['export-all', '--data', data, '--out', whole], terminal);
    await expectLine('exchange.exportAll', whole, '全部.zip；');

    const pack = join(folder, '包.xabao');
    const asked = ['pack', '--data', data, '--topics', 'sites', '--out', pack];
    await exchangeCommand(asked, terminal, () => 'Geheim-2026-07');
    await expectLine('exchange.make', pack, '包.xabao；条件：内容 重点单位、带附件', '共 1 行');
    expect(lastLine().summary).not.toContain('Geheim');
  });

  it('is noted while the program holds the data, and entered by the program while it runs', async () => {
    const office = await startTestOffice({ name: '漯河市', code: '4111' }, {}, join(folder, 'other'));
    const target = join(folder, '使用中.zip');
    said.length = 0;
    const used = join(folder, 'other');
    await exchangeCommand(['export-all', '--data', used, '--out', target], terminal);
    expect(said.at(-1)).toContain('由正在使用这些数据的程序记入操作日志');
    expect(readdirSync(join(used, 'log-notes'))).toHaveLength(1);
    await expect.poll(() => readdirSync(join(used, 'log-notes')), { timeout: 30_000 }).toEqual([]);
    const db = openReader(used);
    const [line] = listOperations(db, anyOperation, { before: null, limit: 1 });
    db.close();
    expect(line).toMatchObject({ name: 'exchange.exportAll', user_name: byCommandLine().userName });
    expect(line!.summary).toContain(`SHA-256 ${await hashOfWritten(target)}`);
    await office.close();
  });

  it('leaves no line where the result could not be placed', async () => {
    const before = lastLine();
    const blocked = join(folder, '挡住');
    writeFileSync(blocked, '');
    const args = ['--data', data, '--period', code, '--out', join(blocked, '结果.xlsx')];
    await expect(exportPeriodCommand(args, terminal)).rejects.toThrow(
      /^不能写入.*请在 --out 里换一个位置。$/u,
    );
    expect(notes()).toEqual([]);
    expect(lastLine()).toEqual(before);
  });

  it('is in no log before it lies outside, nor where that fails, although the program looks meanwhile', async () => {
    const used = join(folder, 'third');
    const office = await startTestOffice({ name: '漯河市', code: '4111' }, {}, used);
    const log = join(used, 'log-notes');
    const seen: string[][] = [];
    const target = join(folder, '拔掉的');
    mkdirSync(target);
    const looking = setInterval(() => {
      if (!existsSync(log) || readdirSync(log).length === 0) return;
      // Placing has begun: the stick goes, and the program looks just then.
      seen.push(readdirSync(log));
      rmSync(target, { recursive: true, force: true });
      writeFileSync(target, '');
      void office.core.enterNotes();
    });
    const args = ['--data', used, '--year', '2020', '--out', join(target, '归档')];
    await expect(archiveCommand(args, terminal)).rejects.toThrow(/^不能写入.*请在 --out 里换一个位置。$/u);
    clearInterval(looking);
    await office.core.enterNotes();
    expect(seen).not.toEqual([]);
    expect(seen.flat().every((name) => name.includes('.pending'))).toBe(true);
    expect(readdirSync(log)).toEqual([]);
    await office.close();
    const db = openReader(used);
    const names = listOperations(db, anyOperation, { before: null, limit: 20 }).map(({ name }) => name);
    db.close();
    expect(names).not.toContain('archive.write');
  });

  it('where the data folder takes no note stands in the log at once, or is said not to', async () => {
    rmSync(join(data, 'log-notes'), { recursive: true, force: true });
    writeFileSync(join(data, 'log-notes'), '');
    said.length = 0;
    const target = join(folder, '没有记.xlsx');
    await exportPeriodCommand(['--data', data, '--period', code, '--out', target], terminal);
    expect(lastLine()).toMatchObject({ name: 'assessment.exportWorkbook', outcome: 'done' });
    expect(lastLine().summary).toContain('没有记.xlsx；');
    expect(said.join('')).not.toContain('操作日志');

    const program = await startTestCore(data);
    const second = join(folder, '没有记2.xlsx');
    await exportPeriodCommand(['--data', data, '--period', code, '--out', second], terminal);
    expect(existsSync(second)).toBe(true);
    expect(said.at(-1)).toContain(`这次导出没有记入操作日志：文件夹“${join(data, 'log-notes')}”`);
    await program.close();
    rmSync(join(data, 'log-notes'));
  });

  it('a diagnosis is noted in a folder of this program alone', async () => {
    await writeDiagnosis(join(folder, '诊断.zip'), data, 'cli', () => undefined);
    expect(notes()).toHaveLength(1);
    const foreign = join(folder, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'store.db'), '别人的');
    await writeDiagnosis(join(folder, '诊断2.zip'), foreign, 'cli', () => undefined);
    expect(readdirSync(foreign)).toEqual(['store.db']);
  });
});
