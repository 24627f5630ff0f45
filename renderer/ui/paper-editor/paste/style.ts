export interface TextStyle {
  bold: boolean;
  place: 'indented' | 'center' | 'right';
}

/**
 * Foreign HTML, safe to be parsed in a page whose policy refuses styles within HTML: style sheets are left out, and the
 * styles of elements are found in `data-style`.
 */
export function withoutStyles(html: string): string {
  return html
    .replaceAll(/<style[\s\S]*?<\/style\s*>/gi, '')
    .replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/i, ' data-style='));
}

/** One property of the element's own style, in lower case; empty: not given. */
export function ownStyle(element: HTMLElement, property: string): string {
  const declarations = (element.dataset['style'] ?? '').split(';');
  const declaration = declarations.findLast((one) => one.split(':')[0]?.trim().toLowerCase() === property);
  return (
    declaration
      ?.slice(declaration.indexOf(':') + 1)
      .trim()
      .toLowerCase() ?? ''
  );
}

/** What holds no words of the text. */
export function isIgnored(element: Element): boolean {
  return element.matches('script, style, title, meta, link, template, noscript, select, textarea, iframe');
}

export function isHidden(element: HTMLElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    ownStyle(element, 'display') === 'none' ||
    ownStyle(element, 'mso-hide') === 'all' ||
    ownStyle(element, 'visibility') === 'hidden'
  );
}

export function styleWithin(element: HTMLElement, outer: TextStyle): TextStyle {
  return { bold: boldOf(element, outer.bold), place: placeOf(element, outer.place) };
}

function boldOf(element: HTMLElement, outer: boolean): boolean {
  const weight = ownStyle(element, 'font-weight');
  if (weight !== '') return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return outer || element.matches('b, strong, th');
}

export function alignOf(element: HTMLElement): string {
  return ownStyle(element, 'text-align') || (element.getAttribute('align')?.toLowerCase() ?? '');
}

export function placeOf(element: HTMLElement, outer: TextStyle['place']): TextStyle['place'] {
  if (element.matches('center')) return 'center';
  const align = alignOf(element);
  if (align === 'center' || align === 'right') return align;
  return align === '' ? outer : 'indented';
}
