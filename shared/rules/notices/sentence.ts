/** Without the marks that end it: to stand within a sentence. */
export function withoutEnd(text: string): string {
  return text.replaceAll(/[。；;\s]+$/gu, '');
}

/** With one full stop, however it was written: to end a paragraph. Nothing stays nothing. */
export function sentence(text: string): string {
  const words = withoutEnd(text);
  return words === '' ? '' : `${words}。`;
}
