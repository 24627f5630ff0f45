import { useEffect, useState } from 'react';

/**
 * The focus goes back where it was before this came on screen: who types on after a dialog types into the same text.
 * Not where the focus has gone elsewhere meanwhile.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    },
    [before],
  );
}
