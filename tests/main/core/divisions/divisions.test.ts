import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openDivisions } from '#main/core/divisions/divisions.ts';
import type { Division } from '#shared/divisions.ts';

const resources = join(import.meta.dirname, '../../../../resources');
const divisions = openDivisions(resources);
const cities = divisions.provinces().flatMap(({ code }) => divisions.cities(code));

function names(text: string): string[] {
  return divisions.search(text).map(({ name }) => name);
}

function townships(tree: readonly Division[]): Division[] {
  return tree.flatMap((division) => (division.level === 'township' ? [division] : division.children));
}

function marksOf(cityCode: string, name: string) {
  return divisions
    .tree(cityCode)
    .flatMap((county) => [county, ...county.children])
    .find((division) => division.name === name)?.marks;
}

describe('the bundled divisions', () => {
  test('the figures are those of the source', () => {
    expect(divisions.provinces()).toHaveLength(31);
    // 342 in the source, of which 5 hold municipalities' parts and 4 hold the 32 divisions run by a province.
    expect(cities).toHaveLength(342 - 5 - 4 + 4 + 32);
    const trees = cities.map(({ code }) => divisions.tree(code));
    const counties = trees.flat().filter(({ level }) => level === 'county');
    // 2978 in the source; 32 are cities here, 4 stand for a city without counties.
    expect(counties).toHaveLength(2978 - 32 - 4);
    // 金门县 is recorded without anything below it.
    expect(trees.flatMap(townships)).toHaveLength(41_352 - 1);
    const villages = trees.flatMap(townships).map(({ code }) => divisions.villages(code).length);
    expect(villages.reduce((sum, count) => sum + count, 0)).toBe(620_573 - 1);
  });

  test.each([
    ['4205', '宜昌市', 13, 113],
    ['4301', '长沙市', 9, 172],
    ['3205', '苏州市', 10, 118],
  ])('%s %s has its counties and townships', (code, name, counties, townshipCount) => {
    const tree = divisions.tree(code);
    expect(cities.find((city) => city.code === code)?.name).toBe(name);
    expect(tree.map(({ level }) => level)).toEqual(Array(counties).fill('county'));
    expect(townships(tree)).toHaveLength(townshipCount);
  });

  test('a county carries its townships and a township its villages', () => {
    const county = divisions.tree('4205').find(({ name }) => name === '长阳土家族自治县');
    expect(county).toMatchObject({ code: '420528', level: 'county' });
    expect(county?.children).toHaveLength(11);
    expect(county?.children[0]).toEqual({
      code: '420528101',
      name: '龙舟坪镇',
      level: 'township',
      marks: [],
      children: [],
    });
    expect(divisions.villages('110108018')).toContainEqual({ code: '110108018032', name: '1201社区居委会' });
  });

  test('a municipality is one city with its districts, and 重庆 has its counties among them', () => {
    expect(divisions.cities('11')).toEqual([
      { code: '1100', name: '北京市', provinceCode: '11', provinceName: '北京市' },
    ]);
    expect(divisions.tree('1100').map(({ name }) => name)).toContain('东城区');
    const chongqing = divisions.tree('5000').map(({ name }) => name);
    expect(chongqing).toHaveLength(38);
    expect(chongqing).toEqual(expect.arrayContaining(['万州区', '城口县']));
  });

  test.each([
    ['419001', '济源市', 16],
    ['429004', '仙桃市', 25],
    ['429021', '神农架林区', 8],
  ])('%s %s, run by its province, is a city with townships directly below it', (code, name, count) => {
    expect(cities.find((city) => city.code === code)?.name).toBe(name);
    expect(divisions.tree(code).map(({ level }) => level)).toEqual(Array(count).fill('township'));
    expect(divisions.villages(divisions.tree(code)[0]!.code).length).toBeGreaterThan(0);
  });

  test.each([
    ['4419', '东莞市', 36],
    ['4420', '中山市', 23],
    ['4604', '儋州市', 18],
    ['6202', '嘉峪关市', 5],
  ])('%s %s, a city without counties, has townships directly below it', (code, name, count) => {
    expect(cities.find((city) => city.code === code)?.name).toBe(name);
    expect(divisions.tree(code).map(({ level }) => level)).toEqual(Array(count).fill('township'));
  });

  test('no holder of the statistics is left among the cities', () => {
    expect(cities.filter(({ name }) => /直辖|市辖区|^县$/u.test(name))).toEqual([]);
    expect(new Set(cities.map(({ code }) => code)).size).toBe(cities.length);
  });

  test('development zones are marked, districts and streets that merely sound so are not', () => {
    for (const [city, zone] of [
      ['1301', '石家庄高新技术产业开发区'],
      ['1306', '保定白沟新城'],
      ['4306', '岳阳市屈原管理区'],
      ['6201', '兰州新区'],
      ['4211', '龙感湖管理区'],
    ] as const) {
      expect([zone, marksOf(city, zone)]).toEqual([zone, ['developmentZone']]);
    }
    for (const [city, district] of [
      ['3100', '浦东新区'],
      ['1200', '滨海新区'],
      ['4418', '清新区'],
    ] as const) {
      expect([district, marksOf(city, district)]).toEqual([district, []]);
    }
    expect(marksOf('1100', '北京经济技术开发区')).toEqual(['developmentZone']);
    const all = cities.flatMap(({ code }) => townships(divisions.tree(code)));
    expect(all.filter(({ name, marks }) => /(?:街道|镇|乡)$/u.test(name) && marks.length > 0)).toEqual([]);
    expect(all.filter(({ marks }) => marks.includes('directVillages'))).toHaveLength(11);
  });

  test('unknown codes give empty lists and never leave the folder', () => {
    expect(divisions.cities('99')).toEqual([]);
    expect(divisions.tree('9999')).toEqual([]);
    for (const code of ['', '999999999', '420528199', '../../../x', '4205'])
      expect(divisions.villages(code)).toEqual([]);
  });

  test('the files stay small', () => {
    const folder = join(resources, 'divisions');
    const villages = readdirSync(join(folder, 'villages')).map(
      (file) => statSync(join(folder, 'villages', file)).size,
    );
    expect(statSync(join(folder, 'table.br')).size).toBeLessThan(300_000);
    expect(villages.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_500_000);
  });
});

describe('searching cities', () => {
  test.each([
    ['cq', '重庆市'],
    ['cs', '长沙市'],
    ['CS', '长沙市'],
    ['chongqing', '重庆市'],
    ['la', '六安市'],
    ["xi'an", '西安市'],
    ['lvliang', '吕梁市'],
    ['lüliang', '吕梁市'],
    ['sjz', '石家庄市'],
    ['shijiaz', '石家庄市'],
    ['shijz', '石家庄市'],
    ['长s', '长沙市'],
    ['济源', '济源市'],
    ['宜昌市', '宜昌市'],
    ['es', '恩施土家族苗族自治州'],
    ['snj', '神农架林区'],
    ['kashi', '喀什地区'],
    ['zq', '肇庆市'],
  ])('%s finds %s first', (text, name) => {
    expect(names(text)[0]).toBe(name);
  });

  test('the ending 市 may be typed with the initials', () => {
    expect(names('ycs')).toEqual(expect.arrayContaining(['宜昌市', '盐城市', '银川市']));
  });

  test('several cities of the same initials are all found', () => {
    expect(names('sz')).toEqual(expect.arrayContaining(['苏州市', '宿州市', '深圳市', '朔州市', '随州市']));
  });

  test('a rarer reading of a character finds the city too', () => {
    expect(names('zq')).toContain('重庆市');
  });

  test('nothing typed or nothing like it finds nothing', () => {
    expect(names('')).toEqual([]);
    expect(names('  ')).toEqual([]);
    expect(names('qqqq')).toEqual([]);
    expect(names('.*')).toEqual([]);
  });
});
