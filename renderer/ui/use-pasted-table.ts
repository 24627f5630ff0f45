import { useEffect, useEffectEvent } from 'react';
import { isTyping } from './is-typing.ts';

/** What is pasted onto the page itself, not into a field of it: a table from Excel. */
export function usePastedTable(listens: boolean, onTable: (text: string) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!listens || text.trim() === '' || isTyping(event.target)) return;
    event.preventDefault();
    onTable(text);
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent): void => take(event);
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, []);
}
