/* Which part of a sketch map is looked at: all of it, or some of it larger. */

/** Of what lies at x from the middle when all is shown, scale * x + across from the middle is seen; pixels. */
export interface SketchView {
  /** 1: everything just fits. */
  scale: number;
  across: number;
  down: number;
}

export interface Spot {
  x: number;
  y: number;
}

export const wholeView: SketchView = { scale: 1, across: 0, down: 0 };

/** Beyond, points a metre apart would be as far from each other as the window is wide. */
const MOST_SCALE = 400;

/** What lies under `at` stays there. @param at from the middle */
export function zoomedView(view: SketchView, factor: number, at: Spot): SketchView {
  const scale = Math.min(MOST_SCALE, Math.max(1, view.scale * factor));
  if (scale === 1) return wholeView;
  const grown = scale / view.scale;
  return {
    scale,
    across: at.x - (at.x - view.across) * grown,
    down: at.y - (at.y - view.down) * grown,
  };
}

/** The middle of the whole stays within half of its width and height, so that points are never lost from sight. */
export function movedView(view: SketchView, by: Spot, size: { width: number; height: number }): SketchView {
  if (view.scale === 1) return wholeView;
  const within = (value: number, room: number) => {
    const most = (room / 2) * (view.scale - 1);
    return Math.min(most, Math.max(-most, value));
  };
  return {
    scale: view.scale,
    across: within(view.across + by.x, size.width),
    down: within(view.down + by.y, size.height),
  };
}

export function seenAt({ scale, across, down }: SketchView, { x, y }: Spot): Spot {
  return { x: x * scale + across, y: y * scale + down };
}
