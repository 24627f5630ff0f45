import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '#shared/calendar/days.ts';
import { archiveTitle, INDEX_NAME } from '#shared/rules/archive/names.ts';
import { SUMS_NAME } from '#shared/rules/archive/sums.ts';
import { archiveCommand } from '#main/cli/archive.ts';
import { type Terminal, UsageError } from '#main/cli/command.ts';
import { startTestOffice } from '#tests/support/core.ts';

const year = localDay(Date.now()).slice(0, 4);

describe('archives on the command line', () => {
  let office: Awaited<ReturnType<typeof startTestOffice>>;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cli-archive-'));
    office = await startTestOffice({ name: '漯河市', code: '4111' });
  });
  afterAll(async () => {
    await office.close();
    rmSync(folder, { recursive: true });
  });

  async function run(...args: string[]): Promise<string[]> {
    const lines: string[] = [];
    const terminal: Terminal = {
      out: (line) => void lines.push(line),
      say: () => undefined,
      signal: new AbortController().signal,
    };
    await archiveCommand(args, terminal);
    return lines;
  }
  const write = (out: string) => run('--data', office.dataFolder, '--year', year, '--out', out);

  it('are written to a folder while the program is running, and found unchanged or named file by file', async () => {
    const target = join(folder, '归档');
    expect(await write(target)).toEqual([target]);
    const [words] = await run('--check', target);
    expect(words).toMatch(/^归档没有变化，核对了 \d+ 个文件。$/u);

    appendFileSync(join(target, INDEX_NAME), '改');
    writeFileSync(join(target, '多的.txt'), '');
    const lines: string[] = [];
    const terminal = { out: (line: string) => void lines.push(line), say: () => undefined };
    const { signal } = new AbortController();
    await expect(archiveCommand(['--check', target], { ...terminal, signal })).rejects.toThrow('共 2 处');
    expect(lines).toEqual([`改动：${INDEX_NAME}`, '多出：多的.txt']);
  });

  it('are written as one .zip with their folder in it', async () => {
    const target = join(folder, '归档.zip');
    expect(await write(target)).toEqual([target]);
    const names = Object.keys(unzipSync(readFileSync(target)));
    expect(names).toContain(`${archiveTitle(Number(year))}/${SUMS_NAME}`);
    expect(names.every((name) => name.startsWith(`${archiveTitle(Number(year))}/`))).toBe(true);
  });

  it('say what is missing on the command line, and what is no archive', async () => {
    for (const args of [
      ['--year', year],
      ['--out', folder],
      ['--year', '26', '--out', folder],
      ['--check', ''],
    ])
      await expect(run(...args)).rejects.toBeInstanceOf(UsageError);
    await expect(run('--check', folder)).rejects.toThrow('里没有校验文件');
  });
});
