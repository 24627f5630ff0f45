import type { Division } from '#shared/divisions.ts';
import { BEFORE_RECORDS } from '#shared/rules/organizations/history.ts';
import { defaultShortName, siblingShortNames } from '#shared/rules/organizations/default-short-name.ts';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import { ORDER_STEP } from '#shared/rules/organizations/order.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { plantMarks } from './marks.ts';
import { insertState } from './states.ts';

interface CityToPlant {
  name: string;
  code: string | null;
  counties: readonly Division[];
  /** Whether the usual member units are entered as a first list, to be corrected by the clerk. */
  memberUnits: boolean;
}

interface Planted {
  level: OrganizationLevel;
  name: string;
  shortName: string;
  code: string | null;
  marks: readonly string[];
}

/** 国办发〔2017〕87号 arts. 13–14 name these departments; the office's own document decides names and order. */
const usualMemberUnits = [
  '发展和改革委员会',
  '教育局',
  '科学技术局',
  '工业和信息化局',
  '民族宗教事务局',
  '公安局',
  '民政局',
  '司法局',
  '财政局',
  '人力资源和社会保障局',
  '自然资源局',
  '生态环境局',
  '住房和城乡建设局',
  '城市管理局',
  '交通运输局',
  '水务局',
  '农业农村局',
  '商务局',
  '文化广电和旅游局',
  '卫生健康委员会',
  '应急管理局',
  '国有资产监督管理委员会',
  '市场监督管理局',
  '体育局',
  '国防动员办公室',
  '数据局',
  '气象局',
  '消防救援支队',
] as const;

/** Enters the built-in marks and a city with its counties and townships, as they were before the records began. */
export function plantCity(db: WriteStore, city: CityToPlant): { counties: number; townships: number } {
  const counts = { counties: 0, townships: 0 };

  function plant({ level, code, ...content }: Planted, index: number, parentId: number | null): number {
    const organizationId = db.insert('organization', { level, code });
    insertState(db, {
      ...content,
      organizationId,
      parentId,
      firstDay: BEFORE_RECORDS,
      lastDay: null,
      order: (index + 1) * ORDER_STEP,
      document: '',
      note: '',
    });
    return organizationId;
  }

  function plantAll(divisions: readonly Division[], parentId: number): void {
    // Villages that belong to the county itself have a holder in the source that is no township.
    const real = divisions.filter((division) => !division.marks.includes('directVillages'));
    const shortNames = siblingShortNames(
      real.map((division) => division.name),
      real[0]?.level ?? 'county',
    );
    for (const [index, { level, name, code, marks, children }] of real.entries()) {
      const id = plant({ level, name, shortName: shortNames[index] ?? name, code, marks }, index, parentId);
      counts[level === 'county' ? 'counties' : 'townships'] += 1;
      plantAll(children, id);
    }
  }

  plantMarks(db);
  const { name, code } = city;
  const cityId = plant(
    { level: 'city', name, shortName: defaultShortName(name, 'city'), code, marks: [] },
    0,
    null,
  );
  plantAll(city.counties, cityId);
  if (city.memberUnits) plantMemberUnits(name, (unit, index) => plant(unit, index, cityId));
  return counts;
}

function plantMemberUnits(cityName: string, plant: (unit: Planted, index: number) => void): void {
  const prefix = /[市州盟县区]$/u.test(cityName) ? cityName : `${cityName}市`;
  for (const [index, department] of usualMemberUnits.entries()) {
    const name = `${prefix}${department}`;
    // Without the city's name, so that its length does not matter.
    const shortName = defaultShortName(department, 'memberUnit');
    plant({ level: 'memberUnit', name, shortName, code: null, marks: [] }, index);
  }
}
