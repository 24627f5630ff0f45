/** For the log: “制定实施方案”“开展消火栓普查”等 5 项 */
export function taskList(titles: readonly string[]): string {
  const shown = titles
    .slice(0, 2)
    .map((title) => `“${title}”`)
    .join('');
  return titles.length > 2 ? `${shown}等 ${titles.length} 项` : shown;
}
