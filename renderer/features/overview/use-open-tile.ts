import { useLocation } from 'wouter';
import type { OverviewChoice } from '#shared/contract/overview.ts';
import type { OverviewTile } from '#shared/rules/overview/tiles.ts';
import { client } from '#renderer/app/client.ts';
import { viewState } from '../establishments/index.ts';
import { useBehindNumber } from '../reports/index.ts';

/** Opens what a number of the overview has counted, or its page. */
export function useOpenTile(choice: OverviewChoice) {
  const [, navigate] = useLocation();
  const number = useBehindNumber(client.overview.records);

  async function open({ key, behind, opens }: OverviewTile): Promise<void> {
    if ('bodies' in opens)
      navigate(`/establishments/${opens.bodies}`, opens.isLate ? { state: viewState('late') } : {});
    else await number.open(behind, { ...choice, figure: opens.figure }, key);
  }

  return { ...number, open };
}
