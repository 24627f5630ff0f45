import type { Cell } from './range.ts';
import type { Offsets } from './track.ts';
import { trackAt } from './track.ts';

type Area = 'corner' | 'head' | 'lead' | 'body';

/** What lies under a point of the scroller: the frozen parts cover the body. */
export interface Hit {
  readonly area: Area;
  readonly cell: Cell;
  readonly headLevel: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface HitGeometry {
  readonly rowOffsets: Offsets;
  readonly columnOffsets: Offsets;
  readonly headOffsets: Offsets;
  readonly leadWidth: number;
  readonly headHeight: number;
}

function areaAt(point: Point, geometry: HitGeometry): Area {
  const isLead = point.x < geometry.leadWidth;
  if (point.y < geometry.headHeight) return isLead ? 'corner' : 'head';
  return isLead ? 'lead' : 'body';
}

/** The point is measured from the scroller's upper left corner; outside the body the nearest cell counts. */
export function hitAt(point: Point, scrolled: Point, geometry: HitGeometry): Hit {
  const acrossBody = Math.max(0, point.x - geometry.leadWidth);
  const downBody = Math.max(0, point.y - geometry.headHeight);
  return {
    area: areaAt(point, geometry),
    cell: {
      row: trackAt(geometry.rowOffsets, downBody + scrolled.y),
      column: trackAt(geometry.columnOffsets, acrossBody + scrolled.x),
    },
    headLevel: trackAt(geometry.headOffsets, point.y),
  };
}
