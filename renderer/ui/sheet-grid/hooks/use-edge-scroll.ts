import type { RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';
import type { Point } from '../model/hit.ts';

interface Insets {
  readonly left: number;
  readonly top: number;
}

interface EdgeScroll {
  readonly start: (point: Point, across: boolean, down: boolean) => void;
  readonly stop: () => void;
}

/** Pixels per frame at most. */
const TOP_SPEED = 30;

function speed(position: number, from: number, to: number): number {
  const beyond = Math.min(0, position - from) + Math.max(0, position - to);
  return Math.max(-TOP_SPEED, Math.min(TOP_SPEED, beyond / 2));
}

/** While something is dragged past the body's edge the sheet scrolls on, the faster the further out. */
export function useEdgeScroll(scroller: RefObject<HTMLDivElement | null>, insets: Insets): EdgeScroll {
  const frame = useRef(0);
  const stop = useCallback(() => cancelAnimationFrame(frame.current), []);
  useEffect(() => stop, [stop]);

  const start = (point: Point, across: boolean, down: boolean) => {
    stop();
    const advance = () => {
      const element = scroller.current;
      if (!element) return;
      const left = across ? speed(point.x, insets.left, element.clientWidth) : 0;
      const top = down ? speed(point.y, insets.top, element.clientHeight) : 0;
      if (left === 0 && top === 0) return;
      element.scrollBy(left, top);
      frame.current = requestAnimationFrame(advance);
    };
    advance();
  };
  return { start, stop };
}
