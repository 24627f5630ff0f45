import type { CountyDays } from './county-days-model.ts';
import type { DaysTask } from './days-task.ts';
import { weighted } from './exact-rules.ts';
import type { Frame } from './frame.ts';
import { type Terms, UNBOUNDED } from './linear-model.ts';

/** Each team shares its days in one of its mixes; in counties of one load it comes into as many as these days need. */
export function holdMixes({ model, countyTeams }: CountyDays, frame: Frame, task: DaysTask): void {
  if (!task.areAll) return;
  const at = new Map(frame.problem.counties.map(({ id }, county) => [id, task.loadAt[county]]));
  for (const [place, team] of frame.teams.entries()) {
    const chosen = (task.mixes[place] ?? []).map((mix) => ({ mix, column: model.choice() }));
    const choose = chosen.map(({ column }) => column);
    model.row(1, weighted(choose, 1), 1);
    for (const load of task.loads.keys()) {
      const own = countyTeams.filter((one) => one.team === team && at.get(one.countyId) === load);
      const longest = task.longest[load] ?? 1;
      const less = (of: (days: number) => number): Terms =>
        chosen.map(({ mix, column }) => [column, -of(mix[load] ?? 0)]);
      const days = own.map((one) => one.days);
      const comes = own.map((one) => one.comes);
      model.row(0, [...weighted(days, 1), ...less((count) => count)], 0);
      model.row(0, [...weighted(comes, 1), ...less((count) => Math.ceil(count / longest))], UNBOUNDED);
    }
  }
}
