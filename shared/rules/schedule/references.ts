/* What a problem names but does not hold, and what it holds twice, in plain Chinese. */

interface Named {
  id: string;
}

interface References {
  from: string;
  to: string;
  rules: { crew: { least: number; most: number } };
  counties: readonly Named[];
  places: readonly (Named & { countyId: string })[];
  inspectors: readonly (Named & { teamId: string | null })[];
  vehicles: readonly (Named & { teamId: string | null })[];
  teams: readonly Named[];
  pins: readonly { placeId?: string; teamId: string | null; countyId?: string | null }[];
}

const MOST_DAYS = 366;
const MILLISECONDS_OF_DAY = 86_400_000;

export function referenceFaults(problem: References): string[] {
  const faults: string[] = [];
  const idsOf = (what: string, list: readonly Named[]): ReadonlySet<string> => {
    const ids = new Set<string>();
    for (const { id } of list) {
      if (ids.has(id)) faults.push(`${what}编号“${id}”出现了两次，请改成不同的编号`);
      ids.add(id);
    }
    return ids;
  };
  const counties = idsOf('区县', problem.counties);
  const places = idsOf('检查场所', problem.places);
  const teams = idsOf('督查组', problem.teams);
  idsOf('人员', problem.inspectors);
  idsOf('车辆', problem.vehicles);
  const need = (what: string, id: string | null | undefined, ids: ReadonlySet<string>): void => {
    if (id == null || ids.has(id)) return;
    faults.push(`${what}“${id}”没有列出，请补上或改正编号`);
  };
  for (const { countyId } of problem.places) need('区县', countyId, counties);
  for (const { teamId } of [...problem.inspectors, ...problem.vehicles]) need('督查组', teamId, teams);
  for (const pin of problem.pins) {
    need('检查场所', pin.placeId, places);
    need('督查组', pin.teamId, teams);
    need('区县', pin.countyId, counties);
  }
  if (problem.from > problem.to) faults.push('开始日期晚于结束日期，请改正');
  const days = (Date.parse(problem.to) - Date.parse(problem.from)) / MILLISECONDS_OF_DAY;
  if (days >= MOST_DAYS) faults.push('督查时间超过一年，请分成几次安排');
  const { least, most } = problem.rules.crew;
  if (least > most) faults.push('每组最少人数多于最多人数，请改正');
  return faults;
}
