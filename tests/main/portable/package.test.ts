import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { licencesText } from '#main/portable/licences.ts';
import { zipPackage } from '#main/portable/package-zip.ts';
import { platforms } from '#main/portable/platforms.ts';
import { startFiles } from '#main/portable/start-files.ts';
import { readPackedFile } from '#main/portable/tar.ts';
import { packageEntries } from '#tests/support/unpack-package.ts';

const root = join(import.meta.dirname, '..', '..', '..');

describe('the files beside the program', () => {
  it('are read by Windows as they are meant: its line ends, and a manual that Notepad takes for UTF-8', () => {
    const windows = platforms.find(({ isWindows }) => isWindows)!;
    const [start, manual] = startFiles(windows, '0.1.0');
    expect(start!.name).toBe('启动.cmd');
    expect(start!.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(start!.text.split('\r\n').slice(0, 2)).toEqual(['@echo off', 'chcp 65001 >nul']);
    expect(manual!.text.startsWith('\uFEFF消安办工作台 0.1.0')).toBe(true);
    expect(manual!.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('start the program on Linux by a script and by an icon', () => {
    const names = startFiles(platforms.find(({ name }) => name === 'linux-arm64')!, '0.1.0').map(
      ({ name }) => name,
    );
    expect(names).toEqual(['启动.sh', '消安办工作台.desktop', '使用说明.txt']);
  });
});

describe('the archive', () => {
  it('is the same to the byte for the same files and keeps what may be executed', () => {
    const files = [
      { name: '启动.sh', bytes: new Uint8Array([1]), runs: true },
      { name: 'program/a.js', bytes: new Uint8Array([2]), runs: false },
    ];
    const zip = zipPackage(files);
    expect(zipPackage(files)).toEqual(zip);
    expect(packageEntries(zip).map(({ name, mode }) => [name, mode])).toEqual([
      ['消安办工作台/启动.sh', 0o755],
      ['消安办工作台/program/a.js', 0o644],
    ]);
  });
});

describe('a package of npm', () => {
  it('gives the file that is asked for, and says which one it does not hold', () => {
    const packed = gzipSync(Buffer.concat([tarFile('package/a', 'first'), tarFile('package/b', 'second')]));
    expect(new TextDecoder().decode(readPackedFile(packed, 'package/b'))).toBe('second');
    expect(() => readPackedFile(packed, 'package/c')).toThrow('package/c');
  });
});

describe('the licences', () => {
  it('name what runs with the program and nothing that only builds it', () => {
    const text = licencesText(root, 'licence of Node');
    expect(text).toMatch(/^better-sqlite3 \d/m);
    expect(text).toMatch(/^Node\.js$/m);
    expect(text).not.toMatch(/^vitest \d/m);
  });
});

function tarFile(name: string, text: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(text.length.toString(8).padStart(11, '0'), 124);
  const body = Buffer.alloc(512);
  body.write(text);
  return Buffer.concat([header, body]);
}
