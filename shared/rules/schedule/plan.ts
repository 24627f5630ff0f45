import * as z from 'zod';
import { daySchema } from '../../contract/fields.ts';

/* A schedule: who is in which team, and each team's trips. Places that are in no trip are not covered. */

const id = z.string().min(1).max(100);

export const planSchema = z.object({
  teams: z.array(z.object({ teamId: id, memberIds: z.array(id), vehicleIds: z.array(id) })),
  trips: z.array(
    z.object({
      teamId: id,
      day: daySchema,
      countyId: id,
      /** The members who go on this day. */
      inspectorIds: z.array(id),
      placeIds: z.array(id),
    }),
  ),
});

export type SchedulePlan = z.infer<typeof planSchema>;
export type PlannedTeam = SchedulePlan['teams'][number];
export type Trip = SchedulePlan['trips'][number];
