export type UndoKey = 'undo' | 'redo';

interface KeyStroke {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Ctrl+Z undoes, Ctrl+Y and Ctrl+Shift+Z redo. */
export function undoKeyOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyStroke): UndoKey | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : null;
}

const textFields =
  'textarea, [contenteditable="true"], input:not([type=checkbox], [type=radio], [type=button])';

/** Inside a field being typed in, undo is the field's own; a sheet's resting field is none of these. */
export function isTypedIn(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest(textFields);
  return field !== null && field.getAttribute('data-editing') !== 'false' && !field.hasAttribute('readonly');
}
