import { tenThousandsText } from '../money.ts';
import { changeText, NOTHING } from '../reports/words.ts';
import type { FireFigures } from './figures.ts';

const LOOK = { unit: '', places: 0 } as const;

/** 12, or 12.5 of money in 万元; a dash where nothing is known. */
export function figureText(figures: FireFigures | null, name: keyof FireFigures): string {
  if (figures === null) return NOTHING;
  return name === 'loss' ? tenThousandsText(figures.loss) : String(figures[name]);
}

/** 同比: a dash where last year is 0 or not known. */
export function changeOf(now: FireFigures | null, then: FireFigures | null, name: keyof FireFigures): string {
  return changeText(now?.[name] ?? null, then?.[name] ?? null, LOOK);
}
