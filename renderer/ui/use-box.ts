import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The element's own size in CSS pixels, kept up to date; 0 × 0 before it is on screen. */
export function useBox<Target extends HTMLElement>(): {
  ref: RefObject<Target | null>;
  width: number;
  height: number;
} {
  const ref = useRef<Target>(null);
  const [box, setBox] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = (): void => setBox({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, ...box };
}
