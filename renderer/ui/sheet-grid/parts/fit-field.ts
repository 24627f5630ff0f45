interface FieldSize {
  readonly width: number;
  readonly height: number;
  readonly maxWidth: number;
  readonly maxHeight: number;
}

const BORDERS = 4;
const CARET = 2;

/** The field lies on the grid lines around its cell. */
export function fitToCell({ style }: HTMLElement, width: number, height: number): void {
  Object.assign(style, { width: `${width + 1}px`, height: `${height + 1}px`, margin: '0' });
}

/**
 * Makes the field as large as its text, first wider, then higher, and moves it back from the right and lower edge
 * of the scroller. Measured by hand because `field-sizing: content` came only with Chromium 123.
 */
export function fitToText(field: HTMLTextAreaElement, scroller: HTMLElement, size: FieldSize): void {
  const { style } = field;
  fitToCell(field, size.width, size.height);
  const own = field.getBoundingClientRect();
  const outer = scroller.getBoundingClientRect();

  style.whiteSpace = 'pre';
  const wanted = field.scrollWidth > field.clientWidth ? field.scrollWidth + BORDERS + CARET : own.width;
  style.whiteSpace = '';
  const width = Math.min(Math.max(own.width, size.maxWidth), wanted);
  style.width = `${width}px`;
  const height = Math.min(
    Math.max(own.height, size.maxHeight),
    Math.max(own.height, field.scrollHeight + BORDERS),
  );
  style.height = `${height}px`;

  const beyondRight = own.left + width - (outer.left + scroller.clientWidth);
  const beyondBottom = own.top + height - (outer.top + scroller.clientHeight);
  style.marginLeft = `${Math.min(0, -beyondRight)}px`;
  style.marginTop = `${Math.min(0, -beyondBottom)}px`;
}
