import type { Pin, Role } from './problem.ts';

/** A trip by its team and day; `have` is what the plan has, `need` or `most` what the rule asks for. */
interface OfTrip {
  teamId: string;
  day: string;
}

/** A broken hard rule of a schedule, as data that a page turns into words. */
export type Violation =
  | { rule: 'unknown'; what: 'team' | 'county' | 'place' | 'inspector' | 'vehicle'; id: string }
  | { rule: 'memberOfTwoTeams' | 'notInFixedTeam'; inspectorId: string }
  | { rule: 'vehicleOfTwoTeams' | 'vehicleNotInFixedTeam'; vehicleId: string }
  | ({ rule: 'outsideDays' | 'emptyTrip' | 'teamInTwoPlaces' } & OfTrip)
  | ({ rule: 'dayOff'; name: string } & OfTrip)
  | { rule: 'visitedTwice'; placeId: string }
  | ({ rule: 'otherCounty'; placeId: string; countyId: string } & OfTrip)
  | ({ rule: 'dayTooLong'; have: number; most: number } & OfTrip)
  | ({ rule: 'crewSize'; have: number; least: number; most: number } & OfTrip)
  | ({ rule: 'roleShort'; role: Role; have: number; need: number } & OfTrip)
  | ({ rule: 'skillShort'; skill: string; have: number; need: number; placeId: string | null } & OfTrip)
  | ({ rule: 'seatsShort'; have: number; need: number } & OfTrip)
  | ({ rule: 'notMember' | 'onLeave'; inspectorId: string } & OfTrip)
  | { rule: 'personInTwoPlaces'; inspectorId: string; day: string }
  | ({ rule: 'ownUnit'; inspectorId: string; placeId: string } & OfTrip)
  | ({ rule: 'homeCounty'; inspectorId: string; countyId: string } & OfTrip)
  | { rule: 'mutualCounties'; countyIds: [string, string] }
  | { rule: 'countyDays'; countyId: string; have: number; most: number }
  | { rule: 'daysInARow'; inspectorId: string; from: string; to: string; have: number; most: number }
  | { rule: 'pin'; pin: Pin };
