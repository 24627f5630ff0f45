import { Button } from 'antd';
import { useState } from 'react';
import type { LedgerRow } from '#shared/contract/ledgers.ts';
import { localDay } from '#shared/calendar/days.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { CheckDialog } from './check-dialog.tsx';

/** For chosen sources: all found in good order today, or what else was found at all of them. */
export function CheckBulk({ rows, onDone }: { rows: readonly LedgerRow[]; onDone: () => void }) {
  const { user } = useSession();
  const [isEntering, setIsEntering] = useState(false);
  const sourceUids = rows.map(({ uid }) => uid);
  const enter = useOperation(client.waterChecks.enter, {
    success: ({ checked }) => `已登记 ${checked} 处完好`,
    undoable: true,
  });

  async function enterGood(): Promise<void> {
    const day = localDay(Date.now());
    const rest = { pressure: null, sign: null, untested: '', note: '' };
    const outcome = await enter.run({
      sourceUids,
      check: { day, checker: user.name, state: 'good', ...rest },
    });
    if (outcome.done) onDone();
  }

  return (
    <>
      <Button loading={enter.running} onClick={() => void enterGood()}>
        今天检查，都完好
      </Button>
      <Button onClick={() => setIsEntering(true)}>登记检查</Button>
      {isEntering && (
        <CheckDialog
          sourceUids={sourceUids}
          onDone={() => {
            setIsEntering(false);
            onDone();
          }}
          onClose={() => setIsEntering(false)}
        />
      )}
    </>
  );
}
