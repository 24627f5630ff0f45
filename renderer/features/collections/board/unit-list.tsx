import type { TableProps } from 'antd';
import type { CollectionUnit } from '#shared/contract/collections.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { shortInstant } from '#renderer/ui/instants.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { standingOf } from '../words.ts';

const columns: NonNullable<TableProps<CollectionUnit>['columns']> = [
  { title: '单位', dataIndex: 'name', ellipsis: true },
  { title: '状态', width: 150, render: (_, unit) => <LightTag {...standingOf(unit)} /> },
  {
    title: '要改正',
    width: 90,
    align: 'right',
    render: (_, { state, returned }) =>
      state === 'mustCorrect' && returned !== null ? `${returned.problems} 处` : '',
  },
  { title: '下发', width: 120, render: (_, { handedOn }) => handedOn ?? '' },
  {
    title: '表',
    width: 120,
    render: (_, { version, givenRows }) => `第 ${version} 版${givenRows === 0 ? '' : `，${givenRows} 行`}`,
  },
  {
    title: '交回',
    width: 130,
    render: (_, { returned }) => (returned === null ? '' : shortInstant(returned.receivedAt)),
  },
  { title: '交回的文件', width: 260, ellipsis: true, render: (_, { returned }) => returned?.fileName ?? '' },
];

interface UnitListProps {
  units: readonly CollectionUnit[];
  keys: readonly string[];
  onKeys: (keys: string[]) => void;
  /** Uid of the unit whose returns stand open. */
  openUid: string | null;
  onOpen: (uid: string) => void;
}

export function UnitList({ units, keys, onKeys, openUid, onOpen }: UnitListProps) {
  return (
    <ListTable
      label="单位"
      columns={columns}
      rows={units}
      rowKey={({ uid }) => uid}
      minWidth={1_080}
      selection={{ keys, onChange: onKeys }}
      openKey={openUid}
      onOpen={({ uid }) => onOpen(uid)}
      empty={<EmptyState text="这里没有单位。" />}
    />
  );
}
