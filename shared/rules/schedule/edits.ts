import * as z from 'zod';
import { daySchema, uidSchema } from '../../contract/fields.ts';

const slotSchema = z.object({ teamId: uidSchema, day: daySchema });
/** A team's day. */
export type Slot = z.infer<typeof slotSchema>;

const slotOrNone = slotSchema.nullable();

export const scheduleEditSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('places'),
    placeIds: z.array(uidSchema).min(1).max(500),
    /** Null: nobody visits them. */
    to: slotOrNone,
  }),
  z.object({ kind: z.literal('swapPlaces'), placeIds: z.tuple([uidSchema, uidSchema]) }),
  /** A county day with all its places; what stands at the other end comes back. */
  z.object({ kind: z.literal('trip'), from: slotSchema, to: slotSchema }),
  /** Null: the program chooses the team. */
  z.object({ kind: z.literal('person'), inspectorId: uidSchema, teamId: uidSchema.nullable() }),
  z.object({ kind: z.literal('vehicle'), vehicleId: uidSchema, teamId: uidSchema.nullable() }),
  z.object({ kind: z.literal('pinPlace'), placeId: uidSchema, pinned: z.boolean() }),
  /** The county of that day, or that the team stays at home. */
  z.object({ kind: z.literal('pinTrip'), ...slotSchema.shape, pinned: z.boolean() }),
]);
export type ScheduleEdit = z.infer<typeof scheduleEditSchema>;
