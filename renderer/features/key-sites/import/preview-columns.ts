import type { TableProps } from 'antd';
import type { SiteImportRow } from '#shared/contract/key-sites.ts';

export const previewColumns: NonNullable<TableProps<SiteImportRow>['columns']> = [
  { title: '单位名称', dataIndex: 'name', width: 160, ellipsis: true },
  { title: '所在地', dataIndex: 'place', width: 132, ellipsis: true },
  { title: '地址', dataIndex: 'address', width: 110, ellipsis: true },
  { title: '行业', dataIndex: 'trade', width: 80, ellipsis: true },
  { title: '类别', dataIndex: 'kinds', width: 116, ellipsis: true },
  { title: '电话', dataIndex: 'phone', width: 108, ellipsis: true },
];
export const PREVIEW_PIXELS = 706;
