import { type KnownUnit, UnitIndex } from '#shared/rules/rosters/units.ts';
import { describe, expect, it } from 'vitest';

function unit(
  uid: string,
  full: string,
  short: string,
  parent: string,
  above: string[],
  more: Partial<KnownUnit> = {},
): KnownUnit {
  return { uid, names: [{ full, short, parent }], above, closed: false, ...more };
}

const units: KnownUnit[] = [
  unit('city', '安澜市', '安澜', '', []),
  unit('county', '石泊县', '石泊', '安澜市', ['city']),
  unit('police', '安澜市公安局', '公安局', '安澜市', ['city']),
  unit('countyPolice', '石泊县公安局', '公安局', '石泊县', ['county', 'city']),
  unit('otherPolice', '枫桥县公安局', '公安局', '枫桥县', ['other', 'city']),
  unit('publicity', '中共安澜市委宣传部', '市委宣传部', '安澜市', ['city']),
  {
    ...unit('management', '安澜市城市管理综合行政执法局', '城管执法局', '安澜市', ['city']),
    names: [
      { full: '安澜市城市管理综合行政执法局', short: '城管执法局', parent: '安澜市' },
      { full: '安澜市城市管理局', short: '城管局', parent: '安澜市' },
    ],
  },
  unit('old', '安澜市安全生产监督管理局', '安监局', '安澜市', ['city'], { closed: true }),
];
const city = new UnitIndex(units, ['city']);
const county = new UnitIndex(units, ['county', 'city']);

describe('finding the organization that a list means', () => {
  it.each([
    ['安澜市公安局', 'police'],
    ['市公安局', 'police'],
    ['公安局', 'police'],
    ['石泊县公安局', 'countyPolice'],
    ['宣传部', undefined],
    ['市委宣传部', 'publicity'],
    ['市城管局', 'management'],
  ])('knows %s', (text, uid) => {
    const found = city.find(text);
    expect(found.kind === 'found' ? found.uid : undefined).toBe(uid);
  });

  it('prefers what stands under the committee’s own place', () => {
    expect(county.find('公安局')).toMatchObject({ uid: 'countyPolice' });
    expect(county.find('市城管局')).toMatchObject({ uid: 'management', former: true });
    expect(new UnitIndex(units, ['elsewhere']).find('公安局')).toEqual({ kind: 'ambiguous' });
  });

  it('says where a unit is closed', () => {
    expect(city.find('安监局')).toMatchObject({ uid: 'old', closed: true });
  });

  it('parts unit and post, also where the unit is none of the office’s', () => {
    expect(city.split('市公安局副局长')).toMatchObject({ found: { uid: 'police' }, post: '副局长' });
    expect(city.split('市城市管理局局长')).toMatchObject({ found: { uid: 'management' }, post: '局长' });
    expect(city.split('石泊县民政局副局长')).toMatchObject({
      found: { kind: 'none' },
      unit: '石泊县民政局',
      post: '副局长',
    });
    expect(city.split('石泊县人民政府副县长')).toMatchObject({
      found: { uid: 'county' },
      post: '人民政府副县长',
    });
    expect(city.split('市政府副秘书长')).toMatchObject({
      found: { kind: 'none' },
      unit: '市政府',
      post: '副秘书长',
    });
    expect(city.split('副市长')).toMatchObject({ unit: '', post: '副市长' });
    expect(city.split('石泊县民政局')).toMatchObject({
      found: { kind: 'none' },
      unit: '石泊县民政局',
      post: '',
    });
    expect(city.split('副主任委员')).toMatchObject({ unit: '', post: '副主任委员' });
  });
});
