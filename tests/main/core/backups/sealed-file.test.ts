import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newPlaceKey, openSealed, sealFile } from '#main/core/backups/sealed-file.ts';
import { temporaryFolder } from '#tests/support/store.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const sealing = join(root, 'main', 'core', 'backups', 'sealed-file.ts');
const go = (): void => undefined;
const key = newPlaceKey('正确的密码-2026');

/** Sealed bytes of a plain file, and a way to open changed ones. */
async function sealed(plain: Buffer) {
  const folder = temporaryFolder();
  const [source, target, opened] = ['plain', 'sealed', 'opened'].map((name) => join(folder, name));
  writeFileSync(source!, plain);
  const sha256 = await sealFile(source!, target!, key, go);
  return {
    sha256,
    bytes: readFileSync(target!),
    async open(bytes: Buffer, opener: Parameters<typeof openSealed>[2] = key) {
      writeFileSync(target!, bytes);
      const found = await openSealed(target!, opened!, opener, go);
      return { sha256: found, plain: readFileSync(opened!) };
    },
  };
}

/** Seals in a process whose files may not become larger, as on a disk that is full in the middle of the last piece. */
function sealWhereFilesEnd(source: string, target: string, kilobytes: number): string {
  const script = `import { newPlaceKey, sealFile } from ${JSON.stringify(sealing)};
    const done = sealFile(${JSON.stringify(source)}, ${JSON.stringify(target)}, newPlaceKey('x'), () => undefined);
    console.log(await done.then(() => 'sealed', ({ code }) => code));`;
  const run = `ulimit -f ${kilobytes}; exec "$0" --no-warnings --input-type=module -e "$1"`;
  return execFileSync('bash', ['-c', run, process.execPath, script], { cwd: root, encoding: 'utf8' }).trim();
}

describe('a sealed backup file', () => {
  it.runIf(process.platform === 'linux')('that does not become whole is never taken for one', () => {
    const folder = temporaryFolder();
    const [source, target] = ['plain', 'sealed'].map((name) => join(folder, name));
    writeFileSync(source!, randomBytes(1_500_000));
    expect(sealWhereFilesEnd(source!, target!, 1_200)).toBe('EFBIG');
    expect(sealWhereFilesEnd(source!, target!, 2_000)).toBe('sealed');
  });

  it.each([0, 1, 1_048_575, 1_048_576, 1_048_577, 3_000_000])(
    'gives back %i bytes as they were, with the kept key and with the password',
    async (size) => {
      const plain = randomBytes(size);
      const file = await sealed(plain);
      for (const opener of [key, { password: '正确的密码-2026' }]) {
        const { sha256, plain: back } = await file.open(file.bytes, opener);
        expect(back.equals(plain)).toBe(true);
        expect(sha256).toBe(file.sha256);
      }
    },
  );

  it('holds nothing of what is in it', async () => {
    const file = await sealed(Buffer.from('临川市第一百货商场'.repeat(100)));
    expect(file.bytes.includes('百货')).toBe(false);
  });

  it('says plainly that a password is wrong', async () => {
    const file = await sealed(Buffer.from('内容'));
    await expect(file.open(file.bytes, { password: '错的' })).rejects.toThrow('密码不对');
  });

  it('is refused whichever byte was changed', async () => {
    const file = await sealed(Buffer.from('内容'.repeat(20)));
    for (let place = 0; place < file.bytes.length; place += 1) {
      const changed = Buffer.from(file.bytes);
      changed[place] = (changed[place]! + 1) % 256;
      await expect(file.open(changed)).rejects.toThrow(/密码不对|损坏/u);
    }
  });

  it('is refused when pieces are cut off, doubled or swapped', async () => {
    const file = await sealed(randomBytes(3 * 1_048_576));
    const head = file.bytes.length - 3 * (1_048_576 + 16);
    const [one, two, three] = [0, 1, 2].map((number) =>
      file.bytes.subarray(head + number * 1_048_592, head + (number + 1) * 1_048_592),
    );
    const header = file.bytes.subarray(0, head);
    for (const pieces of [[], [one!], [one!, two!], [two!, one!, three!], [one!, two!, two!, three!]]) {
      await expect(file.open(Buffer.concat([header, ...pieces]))).rejects.toThrow('损坏');
    }
    for (const length of [0, 7, head - 1, head + 5, file.bytes.length - 1]) {
      await expect(file.open(file.bytes.subarray(0, length))).rejects.toThrow('损坏');
    }
  });
});
