/** For the log: 城东区、城西区、城南区等 5 个 */
export function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 3).join('、');
  return names.length > 3 ? `${shown}等 ${names.length} 个` : shown;
}
