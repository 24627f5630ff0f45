import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OverviewChoice } from '#shared/contract/overview.ts';
import type { BehindNumber } from '#shared/contract/reports.ts';
import type { OverviewTile } from '#shared/rules/overview/tiles.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { viewState } from '../establishments/index.ts';
import { listState } from '../findings/index.ts';

interface OpenedTile {
  key: string;
  title: string;
  behind: Extract<BehindNumber, { kind: 'records' }>;
}

/** Opens what a number has counted: its page, its list, or the records beside it. */
export function useOpenTile(choice: OverviewChoice) {
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<OpenedTile | null>(null);
  const ask = useOperation(client.overview.records, { isSave: false, repeat: false });

  async function open({ key, behind, opens }: OverviewTile): Promise<void> {
    if ('bodies' in opens) {
      navigate(`/establishments/${opens.bodies}`, opens.isLate ? { state: viewState('late') } : {});
      return;
    }
    const outcome = await ask.run({ ...choice, figure: opens.figure });
    if (!outcome.done) return;
    if (outcome.value.kind === 'findings') navigate('/findings', { state: listState(outcome.value.filter) });
    else setOpened({ key, title: behind, behind: outcome.value });
  }

  return { open, opened, close: () => setOpened(null) };
}
