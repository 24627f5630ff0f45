import type { TableProps } from 'antd';
import type { EstablishmentRow } from '#shared/contract/establishments.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { lightOf } from './words.ts';

type Columns = NonNullable<TableProps<EstablishmentRow>['columns']>;

export const establishmentColumns: Columns = [
  { title: '县(市、区)', dataIndex: 'countyName', width: 110, ellipsis: true },
  { title: '单位', width: 190, ellipsis: true, render: (_, row) => `${row.townshipName}${row.name}` },
  { title: '状态', width: 130, render: (_, row) => <LightTag {...lightOf(row)} /> },
  { title: '计划日期', key: 'plannedOn', dataIndex: 'plannedOn', width: 110 },
  { title: '挂牌日期', key: 'establishedOn', dataIndex: 'establishedOn', width: 110 },
  { title: '批准文件', key: 'document', dataIndex: 'document', ellipsis: true },
  { title: '负责人', key: 'head', dataIndex: 'head', width: 90, ellipsis: true },
  { title: '专职人员', key: 'posts', dataIndex: 'posts', width: 84, align: 'right' },
];
export const ESTABLISHMENT_PIXELS = 1_000;
export const LEFT_OUT_BESIDE_PANEL = ['plannedOn', 'document', 'head', 'posts'];
