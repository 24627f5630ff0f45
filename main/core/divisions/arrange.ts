import {
  type Coded,
  decodeCounty,
  type OutlineCity,
  type OutlineProvince,
} from '#main/core/divisions/codec.ts';
import { countyMarks, townshipMarks } from '#main/core/divisions/marks.ts';
import type { City, Division } from '#shared/divisions.ts';

/** A city as people know it, with the source's lines of the counties below it. */
export interface ArrangedCity {
  city: City;
  countyLines: readonly string[];
}

/** The source's cities that are mere holders: of a municipality's districts and counties, or of what a province runs. */
const municipalityHolder = /^(?:市辖区|县)$/u;
const directHolder = /直辖县级行政区划$/u;

function runByProvince(holder: OutlineCity, province: OutlineProvince): ArrangedCity[] {
  return holder.countyLines.map((line) => {
    const { code, name } = decodeCounty(line);
    return { city: cityOf(code, name, province), countyLines: [line] };
  });
}

function cityOf(code: string, name: string, province: OutlineProvince): City {
  return { code, name, provinceCode: province.code, provinceName: province.name };
}

/** The cities of a province in the order of their codes; 重庆's two holders become one city. */
export function arrangeCities(province: OutlineProvince): ArrangedCity[] {
  const municipal = province.cities.filter(({ name }) => municipalityHolder.test(name));
  if (municipal.length > 0) {
    const city = cityOf(`${province.code}00`, province.name, province);
    return [{ city, countyLines: municipal.flatMap(({ countyLines }) => countyLines) }];
  }
  return province.cities.flatMap((source) =>
    directHolder.test(source.name)
      ? runByProvince(source, province)
      : [{ city: cityOf(source.code, source.name, province), countyLines: source.countyLines }],
  );
}

function countyOf({ code, name }: Coded, children: Division[]): Division {
  return { code, name, level: 'county', marks: countyMarks(code), children };
}

function townshipOf({ code, name }: Coded): Division {
  return { code, name, level: 'township', marks: townshipMarks(name), children: [] };
}

/** 金门县 stands in the source once more as its own township 000, because nothing below it is recorded. */
function isRecorded({ code }: Coded): boolean {
  return !code.endsWith('000');
}

/**
 * What lies directly below the city. A county of the city's own name is the source's stand-in where there are no
 * counties (东莞, 中山, 儋州, 嘉峪关, and every city run by its province): its townships take its place.
 */
export function arrangeTree({ city, countyLines }: ArrangedCity): Division[] {
  return countyLines.flatMap((line) => {
    const county = decodeCounty(line);
    const townships = county.townships.filter(isRecorded).map(townshipOf);
    const standIn = countyLines.length === 1 && county.name === city.name;
    return standIn ? townships : [countyOf(county, townships)];
  });
}
