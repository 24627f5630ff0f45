import { describe, expect, it } from 'vitest';
import { type NamedPlace, placeFinder, placeMeaningsOf } from '#shared/rules/ledgers/places.ts';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';

const place = (
  uid: string,
  name: string,
  level: OrganizationLevel,
  parentUid: string | null,
  shortName = '',
): NamedPlace => ({ uid, name, shortName, level, parentUid });

const places = [
  place('city', '临川市', 'city', null),
  place('east', '城东区', 'county', 'city', '城东'),
  place('west', '城西区', 'county', 'city'),
  place('eastTown', '中山街道', 'township', 'east'),
  place('westTown', '中山街道', 'township', 'west'),
  place('river', '河口镇', 'township', 'east', '河口'),
  place('village', '河东村', 'village', 'river'),
];
const find = placeFinder(places, ['county', 'township', 'village']);
const none = { county: '', township: '', village: '' };

describe('the place of a row', () => {
  it('is found by full or short names, as deep as it is named', () => {
    expect(find({ ...none, county: '城东' })).toEqual({ uid: 'east' });
    expect(find({ ...none, county: '城西区', township: '中山街道' })).toEqual({ uid: 'westTown' });
    expect(find({ ...none, township: '河口' })).toEqual({ uid: 'river' });
    expect(find({ ...none, county: '城东区', township: '城东区河口镇', village: '河东村' })).toEqual({
      uid: 'village',
    });
    expect(find(none)).toBeNull();
  });

  it('is asked for in words where it is unknown, ambiguous or not deep enough', () => {
    expect(find({ ...none, county: '城北区' })).toMatchObject({ meaning: 'county' });
    expect(find({ ...none, township: '中山街道' })).toEqual({
      meaning: 'township',
      problem: '有几个“中山街道”，请写上它属于哪个县(市、区)',
    });
    expect(find({ ...none, county: '城西区', township: '河口镇' })).toMatchObject({ meaning: 'township' });
    const ofTowns = placeFinder(places, ['township']);
    expect(ofTowns({ ...none, county: '城东区' })).toEqual({
      meaning: 'county',
      problem: '“城东区”下面还要写到乡镇(街道)',
    });
  });

  it('has a column for each level down to the lowest that the ledger has', () => {
    expect(placeMeaningsOf(['county'])).toEqual(['county']);
    expect(placeMeaningsOf(['city', 'county', 'township'])).toEqual(['county', 'township']);
    expect(placeMeaningsOf(['village'])).toEqual(['county', 'township', 'village']);
  });
});
