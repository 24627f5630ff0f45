/** For the log: 张建国、李敏、王磊等 5 人 */
export function personList(names: readonly string[]): string {
  const shown = names.slice(0, 3).join('、');
  return names.length > 3 ? `${shown}等 ${names.length} 人` : shown;
}
