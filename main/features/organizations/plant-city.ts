import type { Division } from '#shared/divisions.ts';
import { shortName } from '#shared/divisions.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';

interface CityToPlant {
  name: string;
  code: string | null;
  counties: readonly Division[];
  today: string;
  /** Whether the usual member units are entered as a first list, to be corrected by the clerk. */
  memberUnits: boolean;
}

interface Planted {
  name: string;
  shortName: string;
  code: string | null;
  marks: readonly string[];
}

type Level = 'city' | 'county' | 'township' | 'village' | 'memberUnit';

/** 国办发〔2017〕87号 arts. 13–14 name these departments; the office's own document decides names and order. */
const usualMemberUnits: readonly (readonly [name: string, shortName: string])[] = [
  ['发展和改革委员会', '发改委'],
  ['教育局', '教育局'],
  ['科学技术局', '科技局'],
  ['工业和信息化局', '工信局'],
  ['民族宗教事务局', '民宗局'],
  ['公安局', '公安局'],
  ['民政局', '民政局'],
  ['司法局', '司法局'],
  ['财政局', '财政局'],
  ['人力资源和社会保障局', '人社局'],
  ['自然资源局', '自然资源局'],
  ['生态环境局', '生态环境局'],
  ['住房和城乡建设局', '住建局'],
  ['城市管理局', '城管局'],
  ['交通运输局', '交通局'],
  ['水务局', '水务局'],
  ['农业农村局', '农业农村局'],
  ['商务局', '商务局'],
  ['文化广电和旅游局', '文旅局'],
  ['卫生健康委员会', '卫健委'],
  ['应急管理局', '应急局'],
  ['国有资产监督管理委员会', '国资委'],
  ['市场监督管理局', '市场监管局'],
  ['体育局', '体育局'],
  ['国防动员办公室', '国动办'],
  ['数据局', '数据局'],
  ['气象局', '气象局'],
  ['消防救援支队', '消防支队'],
];

/** Enters a city with its counties and townships from the first day of this year. */
export function plantCity(db: WriteStore, city: CityToPlant): { counties: number; townships: number } {
  const firstDay = `${city.today.slice(0, 4)}-01-01`;
  const counts = { counties: 0, townships: 0 };

  function plant(level: Level, division: Planted, order: number, parentId: number | null): number {
    const organizationId = db.insert('organization', { level, code: division.code });
    db.insert('organization_state', {
      organization_id: organizationId,
      first_day: firstDay,
      last_day: null,
      name: division.name,
      short_name: division.shortName,
      parent_id: parentId,
      protocol_order: order,
      marks: JSON.stringify(division.marks),
    });
    return organizationId;
  }

  function plantAll(divisions: readonly Division[], parentId: number): void {
    divisions.forEach((division, index) => {
      const marks = division.marks ?? [];
      const planted = { name: division.name, shortName: shortName(division.name, division.level), code: division.code, marks };
      const id = plant(division.level, planted, index + 1, parentId);
      counts[division.level === 'county' ? 'counties' : 'townships'] += 1;
      plantAll(division.children ?? [], id);
    });
  }

  const cityId = plant('city', { name: city.name, shortName: city.name, code: city.code, marks: [] }, 1, null);
  plantAll(city.counties, cityId);
  if (city.memberUnits) {
    usualMemberUnits.forEach(([name, short], index) => {
      const planted = { name: `${withoutSuffix(city.name)}${name}`, shortName: short, code: null, marks: [] };
      plant('memberUnit', planted, index + 1, cityId);
    });
  }
  return counts;
}

function withoutSuffix(cityName: string): string {
  return cityName.endsWith('市') ? cityName : `${cityName}市`;
}
