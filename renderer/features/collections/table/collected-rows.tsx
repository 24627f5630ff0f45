import type { TableProps } from 'antd';
import type { CollectedTable } from '#shared/contract/collections.ts';
import { numberKinds } from '#shared/rules/collections/definition.ts';
import { showValue } from '#shared/rules/collections/show-value.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useCollectedTable } from '../use-collections.ts';

type ShownRow = Pick<CollectedTable['rows'][number], 'uid' | 'unit' | 'values'>;

const UNIT_PIXELS = 200;
const COLUMN_PIXELS = 130;
const TEXT_PIXELS = 200;

/** What the units have returned and was merged, with sums. */
export function CollectedRows({ uid }: { uid: string }) {
  const query = useCollectedTable(uid);
  return (
    <QueryView query={query}>
      {(table) => (
        <ListTable<ShownRow>
          label="收集到的内容"
          columns={columnsOf(table)}
          rows={withSums(table)}
          rowKey={(row) => row.uid}
          minWidth={widthOf(table)}
          empty={<EmptyState text="还没有收集到内容：交回的表核对无误、合并以后列在这里。" />}
        />
      )}
    </QueryView>
  );
}

/** The sums first, so that they stay in view of long lists. */
function withSums({ rows, sums }: CollectedTable): ShownRow[] {
  if (rows.length === 0 || Object.keys(sums).length === 0) return rows;
  return [{ uid: 'sums', unit: '合计', values: sums }, ...rows];
}

function columnsOf({ columns }: CollectedTable): NonNullable<TableProps<ShownRow>['columns']> {
  return [
    { title: '填报单位', dataIndex: 'unit', width: UNIT_PIXELS, ellipsis: true, fixed: 'left' },
    ...columns.map((column) => ({
      title: column.heading,
      key: column.key,
      width: column.kind === 'text' ? TEXT_PIXELS : COLUMN_PIXELS,
      ellipsis: true,
      align: numberKinds.includes(column.kind) ? ('right' as const) : ('left' as const),
      render: (_: unknown, { values }: ShownRow) => showValue(column, values[column.key]),
    })),
  ];
}

function widthOf({ columns }: CollectedTable): number {
  return columns.reduce(
    (sum, { kind }) => sum + (kind === 'text' ? TEXT_PIXELS : COLUMN_PIXELS),
    UNIT_PIXELS,
  );
}
