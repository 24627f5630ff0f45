import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type ArrangedCity, arrangeCities, arrangeTree } from '#main/core/divisions/arrange.ts';
import { decodeTable, decodeVillages } from '#main/core/divisions/codec.ts';
import { citySearch } from '#main/core/divisions/search-cities.ts';
import type { City, Division, Province, Village } from '#shared/divisions.ts';

/** The bundled administrative divisions. Unknown codes give empty lists; lists are in the order of the codes. */
export interface Divisions {
  provinces(): Province[];
  cities(provinceCode: string): City[];
  /** Counties with their townships, or the townships themselves where a city has no counties. */
  tree(cityCode: string): Division[];
  villages(townshipCode: string): Village[];
  /** Cities by name, pinyin or initials, best fits first. */
  search(text: string): City[];
}

interface Table {
  provinces: Province[];
  citiesOf: Map<string, City[]>;
  arranged: Map<string, ArrangedCity>;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function readTable(folder: string): Table {
  const outline = decodeTable(readFileSync(join(folder, 'table.br')));
  const table: Table = { provinces: [], citiesOf: new Map(), arranged: new Map() };
  for (const province of outline) {
    const cities = arrangeCities(province);
    table.provinces.push({ code: province.code, name: province.name });
    table.citiesOf.set(
      province.code,
      cities.map(({ city }) => city),
    );
    for (const arranged of cities) table.arranged.set(arranged.city.code, arranged);
  }
  return table;
}

/** Villages lie in one file per city of the source; the last one used is kept, since towns of one city come together. */
function villageReader(folder: string): (townshipCode: string) => Village[] {
  let last: { file: string; find: (townshipCode: string) => Village[] } | undefined;
  return (townshipCode) => {
    if (!/^\d{9}$/u.test(townshipCode)) return [];
    const file = join(folder, 'villages', `${townshipCode.slice(0, 4)}.br`);
    if (last?.file !== file) {
      if (!existsSync(file)) return [];
      last = { file, find: decodeVillages(readFileSync(file)) };
    }
    return last.find(townshipCode);
  };
}

/**
 * Reads nothing until the first question, and then only what it needs.
 * @param resourcesFolder the folder that holds `divisions/`
 */
export function openDivisions(resourcesFolder: string): Divisions {
  const folder = join(resourcesFolder, 'divisions');
  const table = once(() => readTable(folder));
  const search = once(() => citySearch([...table().citiesOf.values()].flat()));
  return {
    provinces: () => table().provinces,
    cities: (provinceCode) => table().citiesOf.get(provinceCode) ?? [],
    tree: (cityCode) => {
      const arranged = table().arranged.get(cityCode);
      return arranged ? arrangeTree(arranged) : [];
    },
    villages: villageReader(folder),
    search: (text) => search()(text),
  };
}
