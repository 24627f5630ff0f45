import { App, Button } from 'antd';
import { useState } from 'react';
import type { LedgerRow } from '#shared/contract/ledgers.ts';
import { equipment } from '#shared/rules/ledgers/definitions/equipment.ts';
import { unlistedItems } from '#shared/rules/ledgers/unlisted-items.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { everyRow, useLedgerStandards } from './use-ledger.ts';

interface AddRequiredItemsProps {
  rows: readonly LedgerRow[];
  onDone: () => void;
}

/** Lists with 0 what the stations of the chosen rows have to have and have no row of. */
export function AddRequiredItems({ rows, onDone }: AddRequiredItemsProps) {
  const { message } = App.useApp();
  const standards = useLedgerStandards(equipment);
  const [reading, setReading] = useState(false);
  const ledger = equipment.key;
  const enter = useOperation(client.ledgers.enter, {
    success: ({ uids }) => `已列入 ${uids.length} 项，数量为 0`,
    undoable: true,
  });

  async function add(): Promise<void> {
    setReading(true);
    const places = [...new Set(rows.map(({ values }) => String(values[PLACE])))];
    const sheets = await Promise.all(
      places.map((placeUid) => client.ledgers.sheet({ ledger, filter: { ...everyRow, placeUid } })),
    ).finally(() => setReading(false));
    const all = sheets.flatMap((sheet) => sheet.rows.map(({ values }) => values));
    const added = unlistedItems(
      rows.map(({ values }) => values),
      all,
      standards ?? {},
    );
    if (added.length === 0) {
      void message.info('这些队站应配的器材都已列入台账。');
      return;
    }
    const sent = added.map((values) => ({ ...values }));
    const outcome = await enter.run({ ledger, added: sent, changed: [], removed: [] });
    if (outcome.done) onDone();
  }

  return (
    <Button disabled={standards === undefined} loading={reading || enter.running} onClick={() => void add()}>
      列入队站应配而未登记的器材
    </Button>
  );
}
