import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type HeatLayout, type HeatPlace } from './heat-layout.ts';
import { type PaintedHeat, paintHeat } from './paint-heat.ts';

interface Room {
  width: number;
  height: number;
}

/** The room within the scrolled box; null until it is measured. */
export function useRoom(box: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => setRoom({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [box]);
  return room;
}

/** Keeps the canvas painted with what is seen of the map. */
export function useHeatCanvas(
  box: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  heat: PaintedHeat,
  room: Room | null,
): { onScroll: () => void } {
  const asked = useRef(0);
  const paint = useCallback(() => {
    const [element, scrolled] = [canvas.current, box.current];
    const context = element?.getContext('2d');
    if (element === null || scrolled === null || context === null || context === undefined) return;
    if (room === null) return;
    const ratio = window.devicePixelRatio;
    element.width = Math.round(room.width * ratio);
    element.height = Math.round(room.height * ratio);
    context.scale(ratio, ratio);
    const { scrollLeft: left, scrollTop: top } = scrolled;
    const [width, height] = [
      Math.min(room.width, heat.layout.width),
      Math.min(room.height, heat.layout.height),
    ];
    paintHeat(context, heat, { left, top, width, height });
  }, [box, canvas, heat, room]);

  useLayoutEffect(paint, [paint]);
  useEffect(() => () => cancelAnimationFrame(asked.current), []);

  return {
    onScroll() {
      cancelAnimationFrame(asked.current);
      asked.current = requestAnimationFrame(paint);
    },
  };
}

/** Scrolls no further than needed. */
export function showPlace(box: HTMLElement, layout: HeatLayout, { row, column }: HeatPlace): void {
  const { leadWidth, headHeight, cellWidth, cellHeight } = layout;
  const nearest = (begin: number, size: number, now: number, room: number): number =>
    Math.min(begin, Math.max(now, begin + size - room));
  box.scrollTo({
    left: nearest(column * cellWidth, cellWidth, box.scrollLeft, box.clientWidth - leadWidth),
    top: nearest(row * cellHeight, cellHeight, box.scrollTop, box.clientHeight - headHeight),
  });
}
