import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SUMS_NAME, sumsText } from '#shared/rules/archive/sums.ts';
import { checkFolder, type FoundFile } from '#renderer/features/archive/check/check-folder.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const fileOf = (path: string, text: string): FoundFile => ({ path, file: new Blob([text]) });
const watch = { onProgress: () => undefined, signal: new AbortController().signal };
const contents = { '00 目录.xlsx': '目录', '01 发文/通知.pdf': '通知' };
const sums = sumsText(Object.entries(contents).map(([path, text]) => ({ path, sha256: hash(text) })));

function archive(below = '', changes: Readonly<Record<string, string>> = {}): FoundFile[] {
  const all = { ...contents, [SUMS_NAME]: sums, ...changes };
  return Object.entries(all).map(([path, text]) => fileOf(`${below}${path}`, text));
}

describe('the check of a chosen folder', () => {
  it('finds an archive as it was made, with the fingerprint of its checksums', async () => {
    const differences = { missing: [], changed: [], additional: [] };
    expect(await checkFolder(archive(), watch)).toEqual({ files: 2, fingerprint: hash(sums), differences });
  });

  it('names what was changed and what was put beside it', async () => {
    const { differences } = await checkFolder(
      archive('', { '01 发文/通知.pdf': '改过', '草稿.txt': '' }),
      watch,
    );
    expect(differences).toEqual({ missing: [], changed: ['01 发文/通知.pdf'], additional: ['草稿.txt'] });
  });

  it('looks into the archive where the folder around it was chosen', async () => {
    const { differences, files } = await checkFolder(
      [...archive('2026年度归档/'), fileOf('别的.txt', '')],
      watch,
    );
    expect([files, differences.additional]).toEqual([2, []]);
  });

  it('says what to choose where there is no archive, or several', async () => {
    await expect(checkFolder([fileOf('别的.txt', '')], watch)).rejects.toThrow('请选归档时生成的整个文件夹');
    const several = [...archive('2025年度归档/'), ...archive('2026年度归档/')];
    await expect(checkFolder(several, watch)).rejects.toThrow('有 2 个归档');
    await expect(checkFolder(archive('', { [SUMS_NAME]: '坏了' }), watch)).rejects.toThrow('没有核对');
  });

  it('says which file cannot be read, and stops when it is told to', async () => {
    const broken = { path: '坏盘.pdf', file: { arrayBuffer: () => Promise.reject(new Error('gone')) } };
    await expect(checkFolder([...archive(), broken], watch)).rejects.toThrow('“坏盘.pdf”读不出来');
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(checkFolder(archive(), { ...watch, signal })).rejects.toThrow('stopped');
  });
});
