/** Chinese characters, their punctuation and full-width forms. */
const WIDE = '[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]';
const breakBetweenWide = new RegExp(`(?<=${WIDE})[\\t ]*\\r?\\n\\s*(?=${WIDE})`, 'g');

/** HTML may break its lines anywhere: between Chinese characters that means nothing, elsewhere a space. */
export function joinLines(html: string): string {
  return html.replaceAll(breakBetweenWide, '').replaceAll(/[\t\n\r ]+/g, ' ');
}
