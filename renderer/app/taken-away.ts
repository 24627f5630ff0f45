import { useLayoutEffect, useState } from 'react';

/*
 * While the screen is locked nothing of the page is in the document: the whole body is taken out and another, with the
 * cover alone, stands in its place. The old one is kept, so that what was typed is still there. Not its children one by
 * one: React takes what it has put straight into the body, as messages, out of that very body again, and the page would
 * break where it lay elsewhere. For the same reason such things name their body, also when they come while it is away.
 */

const pageBody = document.body;

/** For whatever is put straight into the body, past dialogs and the page itself. */
export function bodyOfPage(): HTMLElement {
  return pageBody;
}

/** @returns where the cover belongs, whether it is there or not */
export function useTakenAway(locked: boolean): HTMLElement {
  const [place] = useState(() => {
    const made = document.createElement('div');
    made.dataset['lockCover'] = '';
    return made;
  });
  useLayoutEffect(() => (locked ? takeAway(place) : undefined), [locked, place]);
  return place;
}

/** @param cover the only element of the new body that global.css shows @returns puts everything back as it was */
function takeAway(cover: HTMLElement): () => void {
  const focused = document.activeElement;
  const scrolled = [...pageBody.querySelectorAll('*')]
    .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
    .map((element) => [element, element.scrollTop, element.scrollLeft] as const);
  const standIn = document.createElement('body');
  standIn.dataset['locked'] = '';
  standIn.append(cover);
  // Keys that are pressed at the cover do nothing in the page: Ctrl+Z, Ctrl+K, F1.
  standIn.addEventListener('keydown', (event) => event.stopPropagation());
  document.body = standIn;

  return () => {
    cover.remove();
    // What opened meanwhile, unseen.
    pageBody.append(...standIn.childNodes);
    document.body = pageBody;
    for (const [element, top, left] of scrolled) element.scrollTo({ top, left, behavior: 'instant' });
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
}
