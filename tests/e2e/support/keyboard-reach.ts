/**
 * Runs in the page: what answers a click there but is neither reached by Tab nor holds what is, nor belongs to a widget
 * that the arrows walk through; and what is reached but says nothing of itself.
 */
export function outOfReach(): string[] {
  const focusable = 'button, a[href], input, textarea, select, [tabindex]';
  const walkedByArrows = ['menu', 'tablist', 'listbox', 'tree', 'grid', 'radiogroup'].map(
    (role) => `[role=${role}]`,
  );

  function answersClicks(element: HTMLElement): boolean {
    const key = Object.keys(element).find((name) => name.startsWith('__reactProps$'));
    if (key === undefined) return false;
    const props = (element as unknown as Record<string, { onClick?: unknown }>)[key];
    return typeof props?.onClick === 'function';
  }

  function isReached(element: HTMLElement): boolean {
    return (
      element.matches(`${focusable}, label`) ||
      element.querySelector(focusable) !== null ||
      element.closest(walkedByArrows.join()) !== null
    );
  }

  function nameOf(element: HTMLElement): string {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const own = ['aria-label', 'aria-labelledby', 'title', 'placeholder'].map((name) =>
      element.getAttribute(name),
    );
    const inner = element.querySelector('[aria-label]:not([aria-hidden])')?.getAttribute('aria-label');
    return [...own, inner, element.textContent, ...labels.map(({ textContent }) => textContent)]
      .join('')
      .trim();
  }

  const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (element) => element.offsetParent !== null,
  );
  const unreached = shown.filter((element) => answersClicks(element) && !isReached(element));
  const nameless = shown.filter(
    (element) =>
      element.matches('button, a[href], input, textarea, select') &&
      element.tabIndex >= 0 &&
      nameOf(element) === '',
  );
  return [...unreached, ...nameless].map((element) => element.outerHTML.slice(0, 200));
}
