/**
 * Takes a text of packed scores apart, line by line: a key, a space, and what stands behind it. A group has 18 000
 * lines, and a list of them made by `split` would take as long as all that is done with them.
 */
export function eachLine(text: string, take: (key: string, value: string) => void): void {
  for (let from = 0; from < text.length; ) {
    const gap = text.indexOf(' ', from);
    if (gap < 0) return;
    const next = text.indexOf('\n', gap);
    const end = next < 0 ? text.length : next;
    take(text.slice(from, gap), text.slice(gap + 1, end));
    from = end + 1;
  }
}
