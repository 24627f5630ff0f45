/** For the log: “望江国际酒店”“云栖广场”等 5 家 */
export function siteList(names: readonly string[]): string {
  const shown = names
    .slice(0, 2)
    .map((name) => `“${name}”`)
    .join('');
  return names.length > 2 ? `${shown}等 ${names.length} 家` : shown;
}
