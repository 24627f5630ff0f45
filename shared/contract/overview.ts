import { type } from '@orpc/contract';
import * as z from 'zod';
import type { EstablishmentDay } from '../rules/establishments/progress.ts';
import {
  type OverviewFigureName,
  overviewFigureNames,
  type OverviewFigures,
} from '../rules/overview/figures.ts';
import type { Stood } from '../rules/assessment/analysis/movement.ts';
import { daySchema, uidSchema } from './fields.ts';
import { read } from './operation.ts';
import { type BehindNumber, offsetSchema } from './reports.ts';

/** A county in the last final assessment. */
export interface CountyStanding extends Stood {
  organizationUid: string;
  name: string;
  groupName: string;
  grade: string;
  /** In the last period of the same kind; null where it was not assessed then. */
  previous: Stood | null;
  /** Both were scored out of the same points. */
  isComparable: boolean;
}

/** One period of a county's course. */
export interface CoursePoint extends Stood {
  title: string;
  /** Share of the full points in thousandths, by which periods of different schemes lie on one scale. */
  rate: number | null;
}

export interface OverviewScores {
  periodUid: string;
  title: string;
  decimals: number;
  /** In rank order, group by group. */
  counties: CountyStanding[];
  /** Of the county that is looked at, the earliest first; of the city none. */
  course: CoursePoint[];
}

/** Bodies of one kind that have to be set up. */
export interface OverviewBody {
  kindUid: string;
  name: string;
  dueOn: string;
  total: number;
  established: number;
  late: number;
  /** By day, the earliest first. */
  days: EstablishmentDay[];
}

/** One month; null: nothing was recorded. */
export interface MonthOfFires {
  /** YYYY-MM of the time that is looked at. */
  month: string;
  /** It is over, and whoever reported it a year ago has reported it. */
  isWhole: boolean;
  fires: number | null;
  lastYear: number | null;
}

/** Hazards of a county, or of a township of the county that is looked at. */
export interface PlaceOfHazards {
  uid: string;
  name: string;
  found: number;
  rectified: number;
}

export interface Overview {
  from: string;
  to: string;
  /** Null: the city. */
  county: { uid: string; name: string } | null;
  counties: { uid: string; name: string }[];
  /** Last day of the time up to which fires were reported without a gap; null: there is nothing to tell yet. */
  firesTo: string | null;
  figures: OverviewFigures;
  bodies: OverviewBody[];
  scores: OverviewScores | null;
  months: MonthOfFires[];
  /** In protocol order, without those where nothing was found. */
  hazards: PlaceOfHazards[];
}

const choiceFields = { countyUid: uidSchema.nullable(), from: daySchema, to: daySchema };
const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const order = { message: '截止日期不能早于起始日期', path: ['to'] };
const choiceSchema = z.object(choiceFields).refine(inOrder, order);
export type OverviewChoice = z.infer<typeof choiceSchema>;

/** One screen of the city or of a county (总览). */
export const overview = {
  show: read('总览').input(choiceSchema).output(type<Overview>()),
  records: read('总览数字的明细')
    .input(
      z
        .object({
          ...choiceFields,
          figure: z.enum(overviewFigureNames as [OverviewFigureName, ...OverviewFigureName[]]),
          offset: offsetSchema,
        })
        .refine(inOrder, order),
    )
    .output(type<BehindNumber>()),
};
