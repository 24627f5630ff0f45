import { percentOf } from '../reports/words.ts';
import { type Denominator, denominatorNames } from './model.ts';

interface CountedBrigades {
  denominator: Denominator;
  total: number;
  built: number;
}

/** 建成率 with what it is taken of, as it stands on the page and on paper. */
export function rateText({ denominator, total, built }: CountedBrigades): string {
  return `建成率 ${percentOf(built, total)}(${denominatorNames[denominator]} ${total} 个，建成 ${built} 个)`;
}
