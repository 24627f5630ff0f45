import { shortDay } from '../../calendar/days.ts';
import type { Aim, Pin, Role, ScheduleProblem } from './problem.ts';

/* How a schedule's teams, days and aims are called in sentences. */

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  leader: '组长',
  inspector: '检查人员',
  expert: '专家',
  driver: '驾驶员',
};

export const AIM_WORDS: Readonly<Record<Aim, string>> = {
  uncovered: '排不进去的场所',
  changes: '与原来安排不同的地方',
  teamLoad: '各组负担的差距',
  personLoad: '人员负担的差距',
  countyChanges: '换县次数',
  repeats: '上次去过又去的县',
};

export interface Names {
  team(id: string): string;
  county(id: string): string;
  place(id: string): string;
  person(id: string): string;
  vehicle(id: string): string;
  people(ids: readonly string[]): string;
  places(ids: readonly string[]): string;
  teams(ids: readonly string[]): string;
  pin(pin: Pin): string;
}

/** Of a long list only the first are named. */
const MOST_NAMED = 3;

export function namesOf(problem: ScheduleProblem): Names {
  const finder = (list: readonly { id: string; name: string }[]) => {
    const names = new Map(list.map(({ id, name }) => [id, name]));
    return (id: string) => names.get(id) ?? `编号“${id}”`;
  };
  const team = finder(problem.teams);
  const county = finder(problem.counties);
  const place = finder(problem.places);
  const person = finder(problem.inspectors);
  return {
    team,
    county,
    place,
    person,
    vehicle: finder(problem.vehicles),
    people: (ids) => listed(ids.map(person), '人'),
    places: (ids) => listed(ids.map(place), '处'),
    teams: (ids) => listed(ids.map(team), '个组'),
    pin(pin) {
      const day = pin.day === null ? '' : shortDay(pin.day);
      if (!('placeId' in pin)) {
        const where = pin.countyId === null ? '不出动' : `在${county(pin.countyId)}`;
        return `${team(pin.teamId)}${day}${where}`;
      }
      return `${pin.teamId === null ? '' : team(pin.teamId)}${day}去${place(pin.placeId)}`;
    },
  };
}

function listed(names: readonly string[], unit: string): string {
  if (names.length <= MOST_NAMED) return names.join('、');
  return `${names.slice(0, MOST_NAMED).join('、')}等${names.length}${unit}`;
}
