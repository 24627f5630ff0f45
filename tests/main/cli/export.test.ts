import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '#main/cli/command.ts';
import { exportPeriodCommand } from '#main/cli/export.ts';
import { openPeriod, putSchemeInForce } from '#tests/support/builders/period.ts';
import { runCommandLine as run } from '#tests/support/command-line.ts';
import { startTestOffice } from '#tests/support/core.ts';
import { readBack } from '#tests/main/features/assessment/export/written-workbook.ts';

describe('export on the command line', () => {
  let office: Awaited<ReturnType<typeof startTestOffice>>;
  let code: string;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cli-'));
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    await putSchemeInForce(office.client);
    const { uid } = await openPeriod(office.client);
    ({ code } = await office.client.assessment.period({ uid }));
  });
  afterAll(async () => {
    await office.close();
    rmSync(folder, { recursive: true });
  });

  it('writes the workbook while the program is running, and prints nothing but its path', async () => {
    const target = join(folder, '结果.xlsx');
    const {
      code: exit,
      out,
      said,
    } = await run('export', '--data', office.dataFolder, '--period', code, '--out', target);
    expect({ exit, out }).toEqual({ exit: 0, out: `${target}\n` });
    expect(said).toContain('100%');
    expect(said).not.toMatch(/[a-z]{4,} /i);
    expect((await readBack(target)).worksheets[0]!.name).toBe('汇总表');
    expect(readdirSync(folder)).toEqual(['结果.xlsx']);
  });

  it('writes by the form that is named, and names those there are where it is unknown', async () => {
    const { client } = office;
    const { uid } = await client.exportForms.add({ periodKind: 'quarter', name: '报省里' });
    const base = { title: '{考核期}' };
    await client.exportForms.update({ uid, base, set: { title: '报省：{考核期}' } });
    const target = join(folder, '报省.xlsx');
    const given = ['export', '--data', office.dataFolder, '--period', code, '--out', target];
    const written = await run(...given, '--form', '报省里');
    expect({ exit: written.code, out: written.out }).toEqual({ exit: 0, out: `${target}\n` });
    expect((await readBack(target)).worksheets[0]!.getCell('A1').text).toMatch(/^报省：.+结果汇总表$/);
    rmSync(target);
    const unknown = await run(...given, '--form', '报部里');
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.said).toContain('没有叫“报部里”的导出格式。现有：“常用格式”、“报省里”');
  });

  it('names the periods there are where the code is unknown', async () => {
    const ended = await run(
      'export',
      '--data',
      office.dataFolder,
      '--period',
      '1999Q1',
      '--out',
      join(folder, 'a.xlsx'),
    );
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.said).toContain(code);
  });

  it('answers a wrong command line with its usage and 2', async () => {
    const ended = await run('import');
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.said).toContain('用法：npm run --silent export');
    const terminal = { out: () => undefined, say: () => undefined, signal: new AbortController().signal };
    for (const args of [[], ['--period', code], ['--out', 'a.xlsx'], ['--wrong'], ['--period']]) {
      await expect(exportPeriodCommand(args, terminal)).rejects.toBeInstanceOf(UsageError);
    }
  });

  it('says in Chinese that a folder holds no data, or that the target is a folder', async () => {
    const none = await run(
      'export',
      '--data',
      join(folder, 'none'),
      '--period',
      code,
      '--out',
      join(folder, 'a.xlsx'),
    );
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.said).toContain('没有本程序的数据');
    const target = join(folder, '文件夹');
    mkdirSync(target);
    const onto = await run('export', '--data', office.dataFolder, '--period', code, '--out', target);
    expect(onto).toMatchObject({ code: 1, out: '' });
    expect(onto.said).toContain('是一个文件夹');
    rmSync(target, { recursive: true });
  });

  it('leaves no file behind when it is stopped', async () => {
    const stop = new AbortController();
    const target = join(folder, '停止.xlsx');
    const said: string[] = [];
    const terminal = {
      out: () => undefined,
      say(line: string) {
        said.push(line);
        stop.abort();
      },
      signal: stop.signal,
    };
    const args = ['--data', office.dataFolder, '--period', code, '--out', target];
    await expect(exportPeriodCommand(args, terminal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(said).toHaveLength(1);
    expect(existsSync(target)).toBe(false);
  });
});
