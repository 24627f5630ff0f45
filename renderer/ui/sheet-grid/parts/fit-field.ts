interface FieldSize {
  readonly width: number;
  readonly height: number;
  readonly maxWidth: number;
  readonly maxHeight: number;
  readonly isEditing: boolean;
}

/** Both borders; and room for the caret behind the last character. */
const BORDERS = 4;
const CARET = 2;

/**
 * Makes the field as large as its cell or, while editing, as its text: first wider, then higher. Measured by
 * hand because `field-sizing: content` came only with Chromium 123.
 */
export function fitField(field: HTMLTextAreaElement, size: FieldSize): void {
  const { style } = field;
  const minWidth = size.width + 1;
  const minHeight = size.height + 1;
  style.width = `${minWidth}px`;
  style.height = `${minHeight}px`;
  if (!size.isEditing) return;
  style.whiteSpace = 'pre';
  const wanted = field.scrollWidth > field.clientWidth ? field.scrollWidth + BORDERS + CARET : minWidth;
  style.whiteSpace = '';
  style.width = `${Math.min(Math.max(minWidth, size.maxWidth), wanted)}px`;
  const wantedHeight = Math.max(minHeight, field.scrollHeight + BORDERS);
  style.height = `${Math.min(Math.max(minHeight, size.maxHeight), wantedHeight)}px`;
}
