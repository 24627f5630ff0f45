import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Arrow keys go from button to button, Home and End to the outermost. */
export function moveAmongButtons(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const isEnd = event.key === 'Home' || event.key === 'End';
  if (step === undefined && !isEnd) return;
  const buttons = buttonsOf(event.currentTarget);
  const current = buttons.findIndex((button) => button === document.activeElement);
  if (current === -1) return;
  event.preventDefault();
  const wanted = step === undefined ? (event.key === 'Home' ? 0 : -1) : (current + step) % buttons.length;
  buttons.at(wanted)?.focus();
}

export function focusFirstButton(toolbar: HTMLElement | null): void {
  if (toolbar) buttonsOf(toolbar)[0]?.focus();
}

function buttonsOf(toolbar: HTMLElement): HTMLElement[] {
  return [...toolbar.querySelectorAll<HTMLElement>('button:not(:disabled)')];
}
