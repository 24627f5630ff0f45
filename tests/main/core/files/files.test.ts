import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type AllFiles, createFiles } from '#main/core/files/files.ts';

let folder: string;
let files: AllFiles;
let time: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-files-'));
  time = 0;
  files = createFiles(folder, () => time);
});
afterEach(() => {
  files.close();
  rmSync(folder, { recursive: true, force: true });
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const incoming = () => readdirSync(join(folder, 'incoming'));

describe('a file on its way in', () => {
  it('is whole when its parts and its hash agree', () => {
    const token = files.begin('名册.xlsx', 6);
    expect(files.append(token, 0, Buffer.from('abc'))).toBe(3);
    expect(files.append(token, 3, Buffer.from('def'))).toBe(6);
    files.finish(token, sha256(Buffer.from('abcdef')));
    expect(readFileSync(files.uploaded(token).path, 'utf8')).toBe('abcdef');
    expect(files.uploaded(token).name).toBe('名册.xlsx');
  });

  it('takes a part once that is sent again because its answer was lost', () => {
    const token = files.begin('a.txt', 6);
    files.append(token, 0, Buffer.from('abc'));
    expect(files.append(token, 0, Buffer.from('abc'))).toBe(3);
    files.append(token, 3, Buffer.from('def'));
    const hash = sha256(Buffer.from('abcdef'));
    expect(files.finish(token, hash)).toBe(files.finish(token, hash));
    expect(files.append(token, 3, Buffer.from('def'))).toBe(6);
  });

  it('is refused with a part missing, too many bytes or another hash', () => {
    const token = files.begin('a.txt', 6);
    expect(() => files.append(token, 3, Buffer.from('def'))).toThrow('没有传完整');
    expect(() => files.append(token, 0, Buffer.from('abcdefg'))).toThrow('没有传完整');
    files.append(token, 0, Buffer.from('abc'));
    expect(() => files.finish(token, sha256(Buffer.from('abc')))).toThrow('没有传完整');
    files.append(token, 3, Buffer.from('xyz'));
    expect(() => files.finish(token, sha256(Buffer.from('abcdef')))).toThrow('没有传完整');
  });

  it('does not stay on the disk when nobody asks for it any more', () => {
    const token = files.begin('a.txt', 0);
    time += 3 * 3_600_000;
    const later = files.begin('b.txt', 0);
    expect(incoming()).toEqual([later]);
    expect(() => files.uploaded(token)).toThrow('已不存在');
  });

  it('does not stay on the disk either when nobody brings another one', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const own = createFiles(folder, () => time);
    own.begin('a.txt', 0);
    vi.advanceTimersByTime(600_000);
    expect(incoming()).toHaveLength(1);
    time += 3 * 3_600_000;
    vi.advanceTimersByTime(600_000);
    expect(incoming()).toEqual([]);
    own.close();
  });

  it('goes from the disk as soon as its owner does not need it any more, and nobody else can take it away', () => {
    const owner = { userUid: 'one', sessionId: 'a' };
    const token = files.of(owner).begin('a.txt', 3);
    expect(files.of({ userUid: 'two', sessionId: 'b' }).discard(token)).toBe(false);
    expect(incoming()).toEqual([token]);
    expect(files.of(owner).discard(token)).toBe(true);
    expect(incoming()).toEqual([]);
    expect(files.of(owner).discard(token)).toBe(false);
  });

  it('does not outlive the program, however that ended', () => {
    files.begin('a.txt', 3);
    expect(incoming()).toHaveLength(1);
    createFiles(folder);
    expect(existsSync(join(folder, 'incoming'))).toBe(false);
  });

  it('that cannot be removed just now goes at the next look', () => {
    const token = files.begin('a.txt', 0);
    const path = join(folder, 'incoming', token);
    rmSync(path);
    // As a file that another program reads on Windows: it cannot be removed.
    mkdirSync(join(path, '里面'), { recursive: true });
    expect(files.discard(token)).toBe(true);
    expect(() => files.uploaded(token)).toThrow('已不存在');
    rmSync(join(path, '里面'), { recursive: true });
    rmdirSync(path);
    writeFileSync(path, '');
    const later = files.begin('b.txt', 0);
    expect(incoming()).toEqual([later]);
  });

  it('stands beside a thousand others only', () => {
    const tokens = Array.from({ length: 1_010 }, (_, place) => {
      time += 1;
      return files.begin(`${place}.txt`, 0);
    });
    expect(new Set(incoming())).toEqual(new Set(tokens.slice(-1_000)));
  });
});

it('names the folder that cannot be written to, not the file', () => {
  const source = join(folder, 'source');
  writeFileSync(source, 'x');
  const target = join(folder, 'source', 'exports');
  expect(() => files.place(source, '结果.xlsx', target)).toThrow(`不能写入文件夹“${target}”`);
  expect(existsSync(join(folder, 'incoming'))).toBe(false);
});
