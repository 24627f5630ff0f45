const NAMED = 3;

/** 教育局、民政局、商务局等 12 个单位. */
export function shortList(units: readonly string[]): string {
  const names = units.slice(0, NAMED).join('、');
  return units.length > NAMED ? `${names}等 ${units.length} 个单位` : names;
}
