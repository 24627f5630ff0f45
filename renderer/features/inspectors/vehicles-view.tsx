import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Vehicle } from '#shared/contract/inspectors.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { vehicleColumns } from './columns.tsx';
import { VehicleDialog } from './dialogs/vehicle-dialog.tsx';
import { VehicleImportDialog } from './import/vehicle-import-dialog.tsx';
import styles from './inspectors.module.css';
import { useVehicles } from './use-inspectors.ts';

const VEHICLE_PIXELS = 760;

/** The vehicles with their seats; a click opens one to be changed. */
export function VehiclesView({ parts }: { parts: ReactNode }) {
  const mayEdit = useRight('editInspections');
  const query = useVehicles();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [edited, setEdited] = useState<{ vehicle: Vehicle | null } | null>(null);
  const [importing, setImporting] = useState<{ text: string | null } | null>(null);
  usePastedTable(mayEdit && edited === null && importing === null, (text) => setImporting({ text }));
  const remove = useOperation(client.inspectors.removeVehicles, {
    success: ({ removed }) => `已删除 ${removed} 辆车`,
    undoable: true,
  });
  const add = (
    <SplitButton
      primary
      more={[{ key: 'import', label: '从 Excel 导入或粘贴' }]}
      moreLabel="导入车辆"
      onMore={() => setImporting({ text: null })}
      onClick={() => setEdited({ vehicle: null })}
    >
      新增车辆
    </SplitButton>
  );

  async function removeChosen(): Promise<void> {
    if ((await remove.run({ uids: [...chosen] })).done) setChosen([]);
  }

  return (
    <>
      <ListPage
        title="督查人员"
        unit="辆车"
        actions={mayEdit && add}
        filters={
          <>
            {parts}
            {chosen.length > 0 && (
              <div className={styles.bulk} role="toolbar" aria-label="对选中的车辆">
                <span>已选 {chosen.length} 辆</span>
                <Button danger onClick={() => void removeChosen()}>
                  删除(录错了)
                </Button>
              </div>
            )}
          </>
        }
        columns={vehicleColumns}
        minWidth={VEHICLE_PIXELS}
        rows={query.data ?? []}
        rowKey={(vehicle) => vehicle.uid}
        loading={query.isLoading}
        {...(mayEdit
          ? {
              onOpen: (vehicle: Vehicle) => setEdited({ vehicle }),
              selection: { keys: chosen, onChange: setChosen },
            }
          : {})}
        empty={
          <EmptyState
            text="这里列出督查可用的车辆和座位数，排日程时按座位安排。在 Excel 里的名单，连标题行一起粘贴到这个页面。"
            action={mayEdit && add}
          />
        }
      />
      {importing !== null && <VehicleImportDialog text={importing.text} onClose={() => setImporting(null)} />}
      {edited !== null && <VehicleDialog vehicle={edited.vehicle} onClose={() => setEdited(null)} />}
    </>
  );
}
