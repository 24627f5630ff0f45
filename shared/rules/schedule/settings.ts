import * as z from 'zod';
import { daySchema, nameSchema, uidSchema } from '../../contract/fields.ts';

/* What an office sets for the schedule of one campaign; the problem is made from it, the places and the pool. */

const whole = (what: string, least: number, most: number) =>
  z.int(`${what}请填写整数`).min(least, `${what}至少是 ${least}`).max(most, `${what}最多是 ${most}`);

export const scheduleSettingsSchema = z
  .object({
    from: daySchema,
    to: daySchema,
    /** Days that are free beside weekends and public holidays. */
    freeDays: z.array(daySchema).max(100, '休息日最多 100 天'),
    /** Weekends and holidays on which there are inspections all the same. */
    workedDays: z.array(daySchema).max(100, '加班日最多 100 天'),
    crewLeast: whole('每次出动人数', 1, 30),
    crewMost: whole('每次出动人数', 1, 30),
    leaders: whole('组长人数', 0, 10),
    inspectors: whole('检查人员人数', 0, 20),
    drivers: whole('驾驶员人数', 0, 10),
    minutesPerDay: whole('每天检查分钟数', 10, 1_440),
    mostDaysInARow: whole('最多连续天数', 1, 31),
    loadPerDay: whole('一天的负担', 1, 100),
    usesVehicles: z.boolean(),
    counties: z
      .array(
        z.object({
          uid: uidSchema,
          travelLoad: whole('路程负担', 0, 100),
          /** Trips into it, over all teams; null: any number. */
          mostDays: whole('最多天数', 1, 100).nullable(),
        }),
      )
      .max(200),
    /** Of sites of these kinds: how long a visit takes and who must be there. */
    kinds: z
      .array(
        z.object({
          uid: uidSchema,
          minutes: whole('用时', 5, 960).nullable(),
          skillUid: uidSchema.nullable(),
        }),
      )
      .max(200),
    /** People of the pool who do not take part. */
    absentUids: z.array(uidSchema).max(2_000),
    seconds: whole('用时上限', 1, 300),
  })
  .refine(({ from, to }) => from <= to, { message: '结束日期不能早于开始日期', path: ['to'] })
  .refine(({ crewLeast, crewMost }) => crewLeast <= crewMost, {
    message: '最多人数不能少于最少人数',
    path: ['crewMost'],
  });
export type ScheduleSettings = z.infer<typeof scheduleSettingsSchema>;

/** A team with the people and vehicles that were put into it by hand; the program chooses the others. */
const scheduleTeamSchema = z.object({
  id: uidSchema,
  name: nameSchema('组名', 20),
  memberIds: z.array(uidSchema).max(100),
  vehicleIds: z.array(uidSchema).max(50),
});
export type ScheduleTeam = z.infer<typeof scheduleTeamSchema>;

export const scheduleTeamsSchema = z
  .array(scheduleTeamSchema)
  .min(1, '至少要有一个组')
  .max(60, '最多 60 个组')
  .refine((teams) => new Set(teams.map(({ name }) => name)).size === teams.length, {
    message: '有两个组名称相同，请改成不同的名称',
  });
