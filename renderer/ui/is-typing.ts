/** Whether keys and pastes belong to a field there; a checkbox takes neither. */
export function isTyping(target: EventTarget | null): boolean {
  const field = target instanceof HTMLElement ? target.closest('input, textarea, [contenteditable]') : null;
  return field !== null && !(field instanceof HTMLInputElement && field.type === 'checkbox');
}
