import type { ReadStore } from '#main/core/store/read-store.ts';
import type { ListSheet } from '#main/core/excel/write/list-workbook.ts';
import { type OrganizationOnDay, organizationsOn } from './on-day.ts';
import { allMarks } from './queries.ts';

const SHORT_COLUMN = { heading: '简称', width: 18 };
const MARKS_COLUMN = { heading: '标记', width: 22 };

/** 机构表 in the layout that an import reads: each row repeats what it belongs to. */
export function organizationSheets(db: ReadStore, day: string): ListSheet[] {
  const organizations = organizationsOn(db, day);
  const marks = new Map(db.all(allMarks).map((row) => [row.mark, row.name]));
  const marksText = ({ marks: keys }: OrganizationOnDay) =>
    keys.map((key) => marks.get(key) ?? key).join('、');
  const units = [...organizations.values()].filter((each) => each.level === 'memberUnit');

  function nameAbove(organization: OrganizationOnDay, level: OrganizationOnDay['level']): string {
    let node: OrganizationOnDay | undefined = organization;
    while (node !== undefined && node.level !== level) node = organizations.get(node.parentId ?? 0);
    return node?.name ?? '';
  }

  return [
    {
      name: '行政区划',
      columns: [
        { heading: '序号', width: 8 },
        { heading: '县(市、区)', width: 20 },
        { heading: '乡镇(街道)', width: 24 },
        { heading: '村(社区)', width: 28 },
        SHORT_COLUMN,
        MARKS_COLUMN,
        { heading: '区划代码', width: 16 },
      ],
      rows: divisionsInOrder(organizations).map((each, index) => [
        index + 1,
        nameAbove(each, 'county'),
        nameAbove(each, 'township'),
        nameAbove(each, 'village'),
        each.shortName,
        marksText(each),
        each.code ?? '',
      ]),
    },
    {
      name: '成员单位',
      columns: [
        { heading: '序号', width: 8 },
        { heading: '所属县(市、区)', width: 18 },
        { heading: '成员单位', width: 36 },
        SHORT_COLUMN,
        MARKS_COLUMN,
      ],
      rows: units.map((each, index) => [
        index + 1,
        nameAbove(each, 'county'),
        each.name,
        each.shortName,
        marksText(each),
      ]),
    },
  ];
}

/** As a clerk reads them: each county followed by its townships, each township by its villages. */
function divisionsInOrder(organizations: ReadonlyMap<number, OrganizationOnDay>): OrganizationOnDay[] {
  const divisions = [...organizations.values()].filter((each) => each.level !== 'memberUnit');
  const children = Map.groupBy(divisions, (each) => each.parentId);
  const ordered: OrganizationOnDay[] = [];
  const waiting = [...(children.get(null) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.level !== 'city') ordered.push(next);
    waiting.push(...(children.get(next.id) ?? []).toReversed());
  }
  return ordered;
}
