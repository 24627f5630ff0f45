const MOST_NAMES = 5;

/** 去掉“甲县”“乙县”? Asks by name, as far as a line holds them. */
export function goneTitle(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `“${name}”`);
  return `去掉${shown.join('')}${names.length > MOST_NAMES ? `等 ${names.length} 个单位` : ''}?`;
}
