import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { createUnpackArchive } from '#main/core/archives/unpack-archive.ts';
import { spawnBundledReader } from '#tests/support/thread-bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

const unpack = createUnpackArchive(spawnBundledReader);
let count = 0;

interface Unpacked {
  name: string;
  content: string;
  problem?: string;
}

async function unpacked(bytes: Uint8Array): Promise<Unpacked[]> {
  count += 1;
  const path = join(folder, `${count}.zip`);
  writeFileSync(path, bytes);
  const files = await unpack(path, join(folder, `out-${count}`));
  return files.map(({ name, path: file, problem }) => ({
    name,
    content: readFileSync(file, 'utf8'),
    ...(problem === null ? {} : { problem }),
  }));
}

test('the files of an archive come out with the folders in their names, folders themselves do not', async () => {
  const large = 'x'.repeat(300_000);
  const bytes = zipSync({
    '返回/': new Uint8Array(),
    '返回/云栖县.xlsx': strToU8('甲'),
    '大.xlsx': strToU8(large),
  });
  expect(await unpacked(bytes)).toEqual([
    { name: '返回/云栖县.xlsx', content: '甲' },
    { name: '大.xlsx', content: large },
  ]);
});

test('names that Chinese Windows wrote in GBK are read', async () => {
  const bytes = Buffer.from(zipSync({ 'AAAA.xlsx': strToU8('甲'), 'BBBB.xlsx': strToU8('乙') }));
  const gbk = { AAAA: [0xd4, 0xc6, 0xc6, 0xdc], BBBB: [0xc1, 0xd9, 0xbd, 0xad] };
  for (const [placeholder, name] of Object.entries(gbk)) {
    for (let at = bytes.indexOf(placeholder); at >= 0; at = bytes.indexOf(placeholder)) bytes.set(name, at);
  }
  expect((await unpacked(bytes)).map(({ name }) => name)).toEqual(['云栖.xlsx', '临江.xlsx']);
});

/** Says of a stored entry that it is encrypted, in its own header and in the directory. */
function markEncrypted(bytes: Uint8Array, place: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headers = (signature: number) =>
    [...bytes.keys()].filter((at) => at + 4 <= bytes.length && view.getUint32(at, true) === signature);
  bytes[headers(0x04034b50)[place]! + 6]! |= 1;
  bytes[headers(0x02014b50)[place]! + 8]! |= 1;
}

test('an encrypted file within is told as such, and the others come out; nothing but encrypted ones is refused', async () => {
  const bytes = zipSync({ 'a.xlsx': strToU8('甲'), 'b.xlsx': strToU8('乙') }, { level: 0 });
  markEncrypted(bytes, 0);
  expect(await unpacked(bytes)).toEqual([
    { name: 'a.xlsx', content: '', problem: 'encrypted' },
    { name: 'b.xlsx', content: '乙' },
  ]);
  markEncrypted(bytes, 1);
  await expect(unpacked(bytes)).rejects.toThrow('文件已加密');
});

test('a broken file within comes out empty and is told as such, and the others whole', async () => {
  const bytes = zipSync({ 'a.xlsx': strToU8('甲甲甲甲'), 'b.xlsx': strToU8('乙') }, { level: 0 });
  bytes[Buffer.from(bytes).indexOf('甲')] = 0;
  expect(await unpacked(bytes)).toEqual([
    { name: 'a.xlsx', content: '', problem: 'damaged' },
    { name: 'b.xlsx', content: '乙' },
  ]);
});

test('an archive whose names lead out of it is refused, and nothing is written', async () => {
  await expect(unpacked(zipSync({ '../evil.xlsx': strToU8('甲') }))).rejects.toThrow('指向文件之外');
  expect(readdirSync(join(folder, `out-${count}`))).toEqual([]);
});

test('what is no archive is refused', async () => {
  await expect(unpacked(strToU8('这不是压缩包'.repeat(20)))).rejects.toThrow('文件不完整');
});
