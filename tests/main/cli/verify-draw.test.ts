import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fingerprintOf, seedOf } from '#shared/rules/random-inspection/canonical.ts';
import { type Certificate, CERTIFICATE_FORMAT } from '#shared/rules/random-inspection/certificate.ts';
import { drawFrom } from '#shared/rules/random-inspection/draw.ts';
import { UsageError } from '#main/cli/command.ts';
import { verifyDrawCommand } from '#main/cli/verify-draw.ts';
import { sha256 } from '#main/core/sha256.ts';
import { aFrozenPool } from '#tests/support/builders/frozen-pool.ts';
import { runCommandLine } from '#tests/support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-draw-'));
afterAll(() => rmSync(folder, { recursive: true }));

function aCertificate(): Certificate {
  const pool = aFrozenPool();
  const fingerprint = fingerprintOf(pool, sha256);
  const witnesses = [{ name: '王监督', text: '8 3 6' }];
  const seed = seedOf(fingerprint, witnesses, sha256);
  return {
    format: CERTIFICATE_FORMAT,
    number: '2026-001',
    office: '临江市消防安全委员会办公室',
    drawnAt: '2026-11-02 10:05:00',
    cancelled: '',
    // As a file holds it: plain lists.
    pool: JSON.parse(JSON.stringify(pool)) as Certificate['pool'],
    fingerprint,
    witnesses,
    seed,
    drawn: JSON.parse(JSON.stringify(drawFrom(pool, seed, sha256))) as Certificate['drawn'],
  };
}

function fileOf(certificate: unknown): string {
  const file = join(folder, 'certificate.json');
  writeFileSync(file, JSON.stringify(certificate));
  return file;
}

/** In this process; the first test alone starts one. */
async function verify(...args: string[]): Promise<{ out: string; problem: Error | null }> {
  const lines: string[] = [];
  const terminal = {
    out: (line: string) => void lines.push(line),
    say: () => undefined,
    signal: new AbortController().signal,
  };
  const problem = await verifyDrawCommand(args, terminal).then(
    () => null,
    (error: unknown) => error as Error,
  );
  return { out: lines.join('\n'), problem };
}

describe('verify-draw on the command line', () => {
  it('repeats the draw from the file alone and says that it is the same', async () => {
    const { code, out } = await runCommandLine('verify-draw', fileOf(aCertificate()));
    expect(out).toContain('第 2026-001 号抽取');
    expect(out).toContain('结论：一致。');
    expect(code).toBe(0);
  });

  it('finds another result, and says at which place', async () => {
    const certificate = aCertificate();
    const taken = certificate.drawn.map(({ objectKey }) => objectKey);
    const other = certificate.pool.objects.find(({ key }) => !taken.includes(key))!;
    certificate.drawn[1]!.objectKey = other.key;
    const { out, problem } = await verify(fileOf(certificate));
    expect(out).toContain(`抽取结果：不一致，第 2 个：证书上是 ${other.name}`);
    expect(out).toContain('名单指纹：一致');
    expect(problem?.message).toContain('结论：不一致(抽取结果)');
  });

  it.each<[string, (certificate: Certificate) => void, string]>([
    ['a pool', ({ pool }) => pool.objects.pop(), '名单指纹：不一致'],
    ["a witness's input", ({ witnesses }) => witnesses.push({ name: '', text: '1' }), '随机种子：不一致'],
    ['a reason', ({ pool }) => (pool.leftOut[0]!.reason = ''), '名单指纹：不一致'],
    ['an expiry', ({ pool }) => (pool.inspectors[0]!.expiresOn = '2020-01-01'), '2020-01-01 到期'],
  ])('finds %s that was changed afterwards', async (_what, change, told) => {
    const certificate = aCertificate();
    change(certificate);
    const { out, problem } = await verify(fileOf(certificate));
    expect(out).toContain(told);
    expect(problem?.message).toContain('不一致');
  });

  it('says in Chinese what is wrong with the file', async () => {
    const unknown = await verify(fileOf({ ...aCertificate(), extra: 1 }));
    expect(unknown.problem).toBeInstanceOf(UsageError);
    expect(unknown.problem?.message).toContain('不是完整的抽取证书');
    expect((await verify()).problem?.message).toContain('缺少抽取证书的文件');
    expect((await verify('/nowhere.json')).problem?.message).toContain('不能读取“/nowhere.json”');
  });
});
