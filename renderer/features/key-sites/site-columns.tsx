import type { TableProps } from 'antd';
import type { KeySite } from '#shared/contract/key-sites.ts';
import styles from './key-sites.module.css';
import { isOffLedger, kindText } from './words.ts';

type Columns = NonNullable<TableProps<KeySite>['columns']>;

const name: Columns[number] = {
  title: '单位名称',
  ellipsis: true,
  render: (_, site) => (
    <>
      {site.name} {isOffLedger(site) && <span className={styles.grey}>{site.closedOn} 退出</span>}
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
const trade: Columns[number] = { title: '行业', dataIndex: 'tradeName', width: 96, ellipsis: true };
const kinds: Columns[number] = {
  title: '类别',
  width: 248,
  ellipsis: true,
  render: (_, site) => kindText(site),
};

export const siteColumns: Columns = [
  name,
  county,
  township,
  { title: '地址', dataIndex: 'address', width: 150, ellipsis: true },
  trade,
  kinds,
  { title: '负责人', dataIndex: 'responsiblePerson', width: 84, ellipsis: true },
  { title: '电话', dataIndex: 'phone', width: 122, ellipsis: true },
];
export const SITE_PIXELS = 1080;

/** Beside an open site there is room for these only. */
export const narrowColumns: Columns = [name, county, township, trade];
export const NARROW_PIXELS = 520;
