import { type RefObject, useEffect, useRef } from 'react';

/** The focus goes there once, when the element comes on screen. */
export function useFirstFocus<Target extends { focus: () => void }>(): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useEffect(() => target.current?.focus(), []);
  return target;
}
