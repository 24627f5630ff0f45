import { useEffect } from 'react';

const DIALOG = '.ant-modal-wrap';
const FIELD = 'input:not([type=hidden], [type=file], [type=radio], [type=checkbox]), textarea';

/**
 * A dialog puts the focus on its close button, where Enter would give up what it was opened for, and one that is taken
 * off the page leaves the focus nowhere. Here it goes to where the clerk goes on: the first field of a form, else the
 * button that confirms; and afterwards back to where he came from.
 */
export function useDialogFocus(): void {
  useEffect(() => {
    const openers = new Map<Element, Element>();
    let outside: Element | null = null;

    function onFocusIn({ target, relatedTarget }: FocusEvent): void {
      if (!(target instanceof Element)) return;
      const dialog = target.closest(DIALOG);
      const from = relatedTarget instanceof Element ? relatedTarget : outside;
      if (dialog === null) outside = target;
      else if (from?.closest(DIALOG) !== dialog) {
        if (from !== null) openers.set(dialog, from);
        if (target.matches('.ant-modal-close')) goToStart(dialog);
      }
    }

    function onRemoved(): void {
      for (const [dialog, opener] of openers) {
        if (dialog.isConnected) continue;
        openers.delete(dialog);
        if (document.activeElement === document.body && opener instanceof HTMLElement) {
          opener.focus({ preventScroll: true });
        }
      }
    }

    const removals = new MutationObserver(onRemoved);
    document.addEventListener('focusin', onFocusIn);
    removals.observe(document.body, { childList: true });
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      removals.disconnect();
    };
  }, []);
}

/** From the close button that has just got the focus of its dialog. */
function goToStart(dialog: Element): void {
  const body = dialog.querySelector('.ant-modal-body');
  const field = body?.querySelector('form') ? firstOf(body, FIELD) : undefined;
  const target = field ?? firstOf(dialog, '.ant-modal-footer .ant-btn-primary:not(.ant-btn-dangerous)');
  target?.focus({ preventScroll: true });
  if (target instanceof HTMLInputElement) target.select();
}

function firstOf(place: Element, selector: string): HTMLElement | undefined {
  return [...place.querySelectorAll<HTMLElement>(selector)].find(
    (element) => !element.matches(':disabled, [readonly]') && element.checkVisibility(),
  );
}
