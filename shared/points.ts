import * as z from 'zod';

/** Points as the program stores them: integer thousandths of a point (6.25 分 = 6250). */
export type Points = number;

/** Ten thousand points are more than any scheme hands out; beyond it a number is a slip of the keyboard. */
export const POINTS_LIMIT: Points = 10_000_000;

export const pointsSchema = z.int().min(-POINTS_LIMIT).max(POINTS_LIMIT);
export const positivePointsSchema = z.int().min(1).max(POINTS_LIMIT);
export const nonNegativePointsSchema = z.int().min(0).max(POINTS_LIMIT);

/** A measured value (a rate, a count, an amount) as exact decimal text, so that 0.19 stays 0.19. */
export const decimalSchema = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, '请输入数字，最多 6 位小数');
