import { type RefObject, useEffect, useRef } from 'react';

/** Of a text field: where to go on writing, or everything selected, so that typing replaces it. */
type Cursor = 'end' | 'all';

interface Focusable {
  focus: (how?: FocusOptions & { cursor?: Cursor }) => void;
}

/** The focus goes there once, when the element comes on screen. */
export function useFirstFocus<Target extends Focusable>(cursor?: Cursor): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useEffect(() => target.current?.focus(cursor === undefined ? {} : { cursor }), [cursor]);
  return target;
}
