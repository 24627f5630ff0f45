import { addDays, daysBetween } from '../../calendar/days.ts';
import type { InspectorRole } from '../inspectors/model.ts';
import { leastDays } from './least-days.ts';
import type { ScheduleSettings } from './settings.ts';

/* What a schedule begins with, so that one click proposes it. */

interface Words {
  uid: string;
  name: string;
  aliases: readonly string[];
}

export interface Beginning {
  firstDay: string;
  lastDay: string;
  today: string;
  countyUids: readonly string[];
  kinds: readonly { uid: string; name: string }[];
  /** With how many of the pool have it. */
  skills: readonly (Words & { usedBy: number })[];
}

/** A longer campaign is planned in rounds. */
const MOST_DAYS_OF_ROUND = 31;
const ROUND_DAYS = 14;
/** Of all that teams could do, so that somebody may fall ill. */
const FULL_SHARE = 0.8;

export function defaultSettings(beginning: Beginning): ScheduleSettings {
  return {
    ...roundOf(beginning),
    freeDays: [],
    workedDays: [],
    crewLeast: 2,
    crewMost: 4,
    leaders: 1,
    inspectors: 2,
    drivers: 0,
    minutesPerDay: 360,
    mostDaysInARow: 6,
    loadPerDay: 2,
    usesVehicles: false,
    counties: beginning.countyUids.map((uid) => ({ uid, travelLoad: 1, mostDays: null })),
    kinds: beginning.kinds.flatMap(({ uid, name }) => {
      const skill = beginning.skills.find(
        ({ usedBy, ...skillWords }) =>
          usedBy > 0 && [skillWords.name, ...skillWords.aliases].some((word) => name.includes(word)),
      );
      return skill === undefined ? [] : [{ uid, minutes: null, skillUid: skill.uid }];
    }),
    absentUids: [],
    seconds: 15,
  };
}

function roundOf({ firstDay, lastDay, today }: Beginning): { from: string; to: string } {
  const from = firstDay < today && today <= lastDay ? today : firstDay;
  if (daysBetween(from, lastDay) < MOST_DAYS_OF_ROUND) return { from, to: lastDay };
  return { from, to: addDays(from, ROUND_DAYS - 1) };
}

export interface TeamSize {
  settings: Pick<ScheduleSettings, 'minutesPerDay' | 'crewLeast' | 'leaders'>;
  workdays: number;
  /** Minutes of the places, county by county. */
  minutes: readonly (readonly number[])[];
  people: readonly { roles: readonly InspectorRole[] }[];
}

/** So many teams as the places need within the days, and no more than the people make. */
export function defaultTeamCount({ settings, workdays, minutes, people }: TeamSize): number {
  const { minutesPerDay, crewLeast, leaders } = settings;
  const need = minutes.reduce((sum, own) => sum + leastDays(own, minutesPerDay), 0);
  const leading = people.filter(({ roles }) => roles.includes('leader')).length;
  const possible = Math.min(
    Math.floor(people.length / crewLeast),
    leaders === 0 ? people.length : Math.floor(leading / leaders),
  );
  const wanted = Math.ceil(need / Math.max(1, workdays * FULL_SHARE));
  return Math.max(1, Math.min(wanted, possible));
}
