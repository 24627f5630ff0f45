import { useEffect } from 'react';

/** A browser's own help is its maker's page on the internet: F1 does not open it, whatever is on the screen. */
export function useNoForeignHelp(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'F1') event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
