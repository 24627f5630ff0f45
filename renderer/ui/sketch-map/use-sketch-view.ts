import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { middleOf } from './sketch-drawing.ts';
import { movedView, type SketchView, type Spot, wholeView, zoomedView } from './sketch-view.ts';

interface Size {
  width: number;
  height: number;
}

const KEY_FACTOR = 1.5;
const KEY_PIXELS = 80;
const WHEEL_STEP = 500;
/** A hand that trembles does not move the map. */
const LEAST_DRAG = 4;

const arrows: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: KEY_PIXELS, y: 0 },
  ArrowRight: { x: -KEY_PIXELS, y: 0 },
  ArrowUp: { x: 0, y: KEY_PIXELS },
  ArrowDown: { x: 0, y: -KEY_PIXELS },
};

/** Looks closer by wheel, keys and buttons, and moves by dragging and arrows. */
export function useSketchView(canvas: RefObject<HTMLCanvasElement | null>, size: Size) {
  const [view, setView] = useState<SketchView>(wholeView);
  const [pressed, setPressed] = useState<{ at: Spot; last: Spot } | null>(null);
  const dragged = useRef(false);
  const { width, height } = size;

  const zoom = (factor: number) => setView((before) => zoomedView(before, factor, { x: 0, y: 0 }));

  useEffect(() => {
    const element = canvas.current;
    // React listens to wheels passively, and the page would scroll too.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const middle = middleOf({ width, height });
      const at = { x: event.offsetX - middle.x, y: event.offsetY - middle.y };
      setView((before) => zoomedView(before, 2 ** (-event.deltaY / WHEEL_STEP), at));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [canvas, width, height]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const by = arrows[event.key];
    if (by !== undefined) setView((before) => movedView(before, by, size));
    else if (event.key === '+' || event.key === '=') zoom(KEY_FACTOR);
    else if (event.key === '-') zoom(1 / KEY_FACTOR);
    else if (event.key === '0' || event.key === 'Home') setView(wholeView);
    else return;
    event.preventDefault();
  }

  return {
    view,
    isWhole: view.scale === 1,
    closer: () => zoom(KEY_FACTOR),
    farther: () => zoom(1 / KEY_FACTOR),
    showAll: () => setView(wholeView),
    onKeyDown,
    press: (event: PointerEvent<HTMLElement>) => {
      const at = { x: event.clientX, y: event.clientY };
      dragged.current = false;
      setPressed({ at, last: at });
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    /** @returns whether the map is being moved */
    drag: (event: PointerEvent<HTMLElement>): boolean => {
      if (pressed === null) return false;
      const { clientX: x, clientY: y } = event;
      dragged.current ||= Math.hypot(x - pressed.at.x, y - pressed.at.y) > LEAST_DRAG;
      if (!dragged.current) return false;
      setView((before) => movedView(before, { x: x - pressed.last.x, y: y - pressed.last.y }, size));
      setPressed({ ...pressed, last: { x, y } });
      return true;
    },
    /** @returns whether it was a click */
    release: (): boolean => {
      setPressed(null);
      return !dragged.current;
    },
  };
}
