import { Button } from 'antd';
import { useLocation } from 'wouter';
import type { Overview, OverviewChoice } from '#shared/contract/overview.ts';
import { type OverviewTile, overviewTiles } from '#shared/rules/overview/tiles.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import styles from './overview.module.css';
import { TileGrid } from './tile-grid.tsx';
import { useOverview } from './use-overview.ts';

const MOST_TILES = 8;

interface OverviewStripProps {
  choice: OverviewChoice;
  openKey: string | null;
  onOpen: (tile: OverviewTile) => void;
}

/** The city's numbers on 首页; nothing as long as there are none. */
export function OverviewStrip({ choice, openKey, onOpen }: OverviewStripProps) {
  const [, navigate] = useLocation();
  const { data } = useOverview(choice);
  const tiles = data === undefined ? [] : stripTiles(data);
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
      <div className={styles.strip}>
        <TileGrid tiles={tiles} openKey={openKey} onOpen={onOpen} />
      </div>
    </Sheet>
  );
}

/** What fits into one row, the alarms first. */
function stripTiles(overview: Overview): OverviewTile[] {
  const hasKeyTowns = (overview.figures.brigadeTowns.value ?? 0) > 0;
  const told = overviewTiles(overview).filter(
    ({ key, value }) => !isNothing(value) || (key === 'brigadesBuilt' && hasKeyTowns),
  );
  return told.toSorted((one, other) => Number(other.isAlarm) - Number(one.isAlarm)).slice(0, MOST_TILES);
}

/** 0, —, 0/96 */
function isNothing(value: string): boolean {
  return value === '—' || /^0(?:\D|$)/u.test(value);
}
