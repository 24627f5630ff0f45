import type { TableProps } from 'antd';
import type { CampaignTarget } from '#shared/contract/campaigns.ts';
import { targetOriginNames } from '#shared/rules/campaigns/words.ts';
import styles from '../campaigns.module.css';

type Columns = NonNullable<TableProps<CampaignTarget>['columns']>;

const name: Columns[number] = {
  title: '督查对象',
  ellipsis: true,
  render: (_, { name: text, siteClosedOn }) => (
    <>
      {text} {siteClosedOn !== null && <span className={styles.late}>{siteClosedOn} 退出台账</span>}
    </>
  ),
};
const county: Columns[number] = { title: '县(市、区)', dataIndex: 'countyName', width: 104, ellipsis: true };
const township: Columns[number] = {
  title: '乡镇(街道)',
  dataIndex: 'townshipName',
  width: 110,
  ellipsis: true,
};
const kinds: Columns[number] = {
  title: '类别',
  width: 220,
  ellipsis: true,
  render: (_, { kindNames }) => kindNames.join('、'),
};
const origin: Columns[number] = {
  title: '来源',
  width: 170,
  ellipsis: true,
  render: (_, target) => originText(target),
};
const visited: Columns[number] = { title: '督查日期', dataIndex: 'visitedOn', width: 110 };

/** @param usualMinutes of a target that has none of its own */
export function targetColumns(usualMinutes: number): Columns {
  return [
    name,
    county,
    township,
    kinds,
    origin,
    { title: '用时(分)', width: 84, align: 'right', render: (_, { minutes }) => minutes ?? usualMinutes },
    visited,
    { title: '备注', dataIndex: 'note', width: 130, ellipsis: true },
  ];
}

/** Beside an open target there is room for these only. */
export const narrowTargetColumns: Columns = [name, county, township, visited];

export const removedColumns: Columns = [
  name,
  county,
  township,
  origin,
  { title: '移出原因', width: 320, ellipsis: true, render: (_, { removed }) => removed?.reason ?? '' },
  { title: '移出人', width: 90, ellipsis: true, render: (_, { removed }) => removed?.by ?? '' },
];

export function originText({ origin: from, drawnAs }: CampaignTarget): string {
  return drawnAs === '' ? targetOriginNames[from] : `${targetOriginNames[from]}：${drawnAs}`;
}
