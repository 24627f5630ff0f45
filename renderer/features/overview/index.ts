export { OverviewStrip } from './overview-strip.tsx';
export { useOpenTile } from './use-open-tile.ts';
