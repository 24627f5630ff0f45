import { type RefObject, useEffect, useRef } from 'react';

/** By then the dialog stands and has put the focus on its close button. */
const OPENED_MILLISECONDS = 200;

/**
 * Enter takes over what the clerk has just looked at: the button gets the focus once its dialog stands. Not from a field
 * that the clerk has gone to meanwhile: his next Enter would confirm what he is about to change.
 */
export function useEnterConfirms(): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const isInField = document.activeElement?.matches('[role=dialog] :is(input, textarea)') === true;
      if (!isInField) button.current?.focus();
    }, OPENED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  return button;
}
