import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine as run } from '#tests/support/command-line.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diagnose-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('diagnose on the command line', () => {
  it('shows and packs what can be told of data that the program does not open', async () => {
    writeFileSync(join(folder, 'store.db'), '坏了'.repeat(1000));
    const target = join(folder, '诊断.zip');
    const { code, out, said } = await run('diagnose', '--data', folder, '--out', target);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(said).toContain(`已存到 ${target}`);
    const files = unzipSync(new Uint8Array(readFileSync(target)));
    for (const [name, bytes] of Object.entries(files)) {
      expect(said).toContain(`【${name}】\n${new TextDecoder().decode(bytes)}`);
    }
    expect(said).toContain('打不开：storeUnavailable');
    expect(said.replace(target, '')).not.toContain(folder);
  });

  it('says what to do where it cannot be written, and how it is called', async () => {
    const nowhere = await run('diagnose', '--data', folder, '--out', join(folder, 'none', 'a.zip'));
    expect(nowhere.code).toBe(1);
    expect(nowhere.said).toContain('请换一个位置');
    expect((await run('diagnose', '--date', folder)).code).toBe(2);
  });
});
