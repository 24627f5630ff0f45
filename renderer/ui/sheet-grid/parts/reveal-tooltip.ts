import type { PointerEvent } from 'react';

function isCutOff(label: HTMLElement): boolean {
  return label.scrollWidth > label.clientWidth || label.scrollHeight > label.clientHeight;
}

/** Where a cell's text is cut off, the label under the pointer shows all of it, then the host's own tooltip. */
export function revealTooltip(event: PointerEvent): void {
  const label = event.target;
  if (!(label instanceof HTMLElement) || !label.hasAttribute('data-label')) return;
  const text = label.textContent;
  const own = label.parentElement?.title ?? '';
  if (isCutOff(label) || text.includes('\n')) label.title = own === '' ? text : `${text}\n${own}`;
  else label.removeAttribute('title');
}
