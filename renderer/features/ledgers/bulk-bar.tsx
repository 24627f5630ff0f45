import { Button } from 'antd';
import type { ComponentType } from 'react';
import type { LedgerRow } from '#shared/contract/ledgers.ts';
import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import styles from './ledgers.module.css';

interface BulkBarProps {
  definition: LedgerDefinition;
  rows: readonly LedgerRow[];
  BulkActions: ComponentType<{ rows: readonly LedgerRow[]; onDone: () => void }> | undefined;
  onClear: () => void;
}

/** Stands in the place of the filters while rows are chosen, so that nothing moves. */
export function BulkBar({ definition, rows, BulkActions, onClear }: BulkBarProps) {
  const { key: ledger, unit } = definition;
  const remove = useOperation(client.ledgers.remove, {
    success: ({ removed }) => `已删除 ${removed} ${unit}`,
    undoable: true,
  });

  async function removeAll(): Promise<void> {
    const outcome = await remove.run({ ledger, uids: rows.map(({ uid }) => uid) });
    if (outcome.done) onClear();
  }

  return (
    <div className={styles.bulk} role="toolbar" aria-label="对选中的行">
      <span>
        已选 {rows.length} {unit}
      </span>
      {BulkActions !== undefined && <BulkActions rows={rows} onDone={onClear} />}
      <Button danger loading={remove.running} onClick={() => void removeAll()}>
        删除
      </Button>
      <Button type="text" onClick={onClear}>
        取消选择
      </Button>
    </div>
  );
}
