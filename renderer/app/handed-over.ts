/*
 * What a link asks of the page that it opens: a list narrowed to what a number counts. It lies with the place in the
 * browser's history, so that going back finds it again and the menu opens the page as such.
 */

/** For a link's or a navigation's `state`. */
export function handOver(name: string, asked: URLSearchParams): Readonly<Record<string, string>> {
  return { [name]: asked.toString() };
}

/** Empty where the page was opened as such. */
export function handedOver(name: string): URLSearchParams {
  const state: unknown = window.history.state;
  const asked: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, name) : undefined;
  return new URLSearchParams(typeof asked === 'string' ? asked : '');
}
