import { Button } from 'antd';
import { useLocation } from 'wouter';
import type { OverviewChoice } from '#shared/contract/overview.ts';
import { type OverviewTile, overviewTiles } from '#shared/rules/overview/tiles.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { TileGrid } from './tile-grid.tsx';
import { useOverview } from './use-overview.ts';

interface OverviewStripProps {
  choice: OverviewChoice;
  onOpen: (tile: OverviewTile) => void;
}

/** The city's numbers on 首页; nothing as long as there are none. */
export function OverviewStrip({ choice, onOpen }: OverviewStripProps) {
  const [, navigate] = useLocation();
  const { data } = useOverview(choice);
  const tiles = data === undefined ? [] : overviewTiles(data).filter(({ value }) => !isNothing(value));
  if (tiles.length === 0) return null;
  return (
    <Sheet
      title={`${choice.from.slice(0, 4)}年全市情况`}
      extra={
        <Button size="small" onClick={() => navigate('/overview')}>
          看总览
        </Button>
      }
    >
      <TileGrid tiles={tiles} onOpen={onOpen} />
    </Sheet>
  );
}

/** 0, —, 0/96 */
function isNothing(value: string): boolean {
  return value === '—' || /^0(?:\D|$)/u.test(value);
}
