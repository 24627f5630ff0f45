import * as z from 'zod';
import { daySchema } from '../../contract/fields.ts';
import { planSchema } from './plan.ts';
import { referenceFaults } from './references.ts';

/*
 * What a schedule of inspections is made from. Days are YYYY-MM-DD, ids any text; load is counted in whole points that
 * the office chooses, so that all aims are exact integers: a day counts `loadPerDay`, and the way to a county adds its
 * `travelLoad` (2 and 1: the way there and back is half a day).
 *
 * A trip is one team on one day in one county. People and vehicles stay with one team for the whole round.
 */

const id = z.string().min(1).max(100);
const name = z.string().min(1).max(200);
const count = z.int().min(0).max(1_000_000);

export const roleSchema = z.enum(['leader', 'inspector', 'expert', 'driver']);
export type Role = z.infer<typeof roleSchema>;

const skillNeed = z.object({ skill: id, count: count.min(1) });
const roleNeed = z.object({ role: roleSchema, count: count.min(1) });

const rulesSchema = z.object({
  /** Who goes on each trip: how many, and among them so many with a role or a skill. */
  crew: z.object({
    least: count.min(1),
    most: count.min(1),
    roles: z.array(roleNeed).default([]),
    skills: z.array(skillNeed).default([]),
  }),
  /** That a team can spend at places in a day. */
  minutesPerDay: count.min(1),
  /** No person works more calendar days in a row. */
  mostDaysInARow: count.min(1),
  loadPerDay: count.min(1),
});

const countySchema = z.object({
  id,
  name,
  /** Trips into the county in this round; two teams on one day are two. Null: any number. */
  mostDays: count.nullable().default(null),
  travelLoad: count.default(0),
});

const placeSchema = z.object({
  id,
  name,
  countyId: id,
  /** Whom it belongs to: people of this unit do not inspect it. */
  unitId: id.nullable().default(null),
  minutes: count.min(1),
  skills: z.array(skillNeed).default([]),
});

const inspectorSchema = z.object({
  id,
  name,
  unitId: id.nullable().default(null),
  homeCountyId: id.nullable().default(null),
  roles: z.array(roleSchema).default(['inspector']),
  skills: z.array(id).default([]),
  /** Days on which they cannot go: on leave, or out for another campaign. */
  leave: z.array(daySchema).default([]),
  /** Null: the program chooses the team. */
  teamId: id.nullable().default(null),
  /** Points of load earlier in the year. */
  carriedLoad: count.default(0),
});

const vehicleSchema = z.object({ id, name, seats: count.min(1), teamId: id.nullable().default(null) });

const teamSchema = z.object({
  id,
  name,
  carriedLoad: count.default(0),
  /** Where this team was last time. */
  lastCountyIds: z.array(id).default([]),
});

/** A place goes to a team, to a day, or both; or a team is in a county, or free (null), on a day. */
export const pinSchema = z.union([
  z.strictObject({ placeId: id, teamId: id.nullable(), day: daySchema.nullable() }),
  z.strictObject({ teamId: id, day: daySchema, countyId: id.nullable() }),
]);

/**
 * In the usual order. `changes` counts against `basePlan` and comes second where there is one, because people have
 * been told already.
 */
const aimNames = [
  'uncovered',
  'changes',
  'teamLoad',
  'personLoad',
  'countyChanges',
  'repeats',
] as const satisfies readonly string[];
export const aimSchema = z.enum(aimNames);
export type Aim = z.infer<typeof aimSchema>;

export const problemSchema = z
  .object({
    name: z.string().default(''),
    from: daySchema,
    to: daySchema,
    /** Weekends and public holidays between them. */
    daysOff: z.array(z.object({ day: daySchema, name })).default([]),
    rules: rulesSchema,
    counties: z.array(countySchema),
    places: z.array(placeSchema),
    inspectors: z.array(inspectorSchema),
    /** Empty: people find their own way, seats are not counted. */
    vehicles: z.array(vehicleSchema).default([]),
    teams: z.array(teamSchema),
    pins: z.array(pinSchema).default([]),
    /** What has been announced before, when something changed since. */
    basePlan: planSchema.nullable().default(null),
    /** Which aim comes before which. */
    aims: z.array(aimSchema).default([...aimNames]),
  })
  .superRefine((problem, context) => {
    for (const fault of referenceFaults(problem)) context.addIssue({ code: 'custom', message: fault });
  });

export type ScheduleProblem = z.infer<typeof problemSchema>;
export type Place = z.infer<typeof placeSchema>;
export type Inspector = z.infer<typeof inspectorSchema>;
export type Vehicle = z.infer<typeof vehicleSchema>;
export type InspectionTeam = z.infer<typeof teamSchema>;
export type Pin = z.infer<typeof pinSchema>;
