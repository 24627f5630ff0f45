import type { Fraction } from '../fraction.ts';
import { isAtLeast } from '../fraction.ts';
import type { SchemeSettings } from './model.ts';

export interface Grade {
  /** Place in the scheme's grades, 0 best. */
  index: number;
  name: string;
}

export function gradeAt(settings: SchemeSettings, index: number): Grade {
  const place = Math.min(index, settings.grades.length - 1);
  return { index: place, name: settings.grades[place]?.name ?? '' };
}

/** A bound belongs to its grade, and only the exact total decides: 89.95 printed as 90.0 is still 良好. */
export function gradeOf(total: Fraction, settings: SchemeSettings, ceiling: number): Grade {
  const reached = settings.grades.findIndex(({ atLeast }) => atLeast === null || isAtLeast(total, atLeast));
  const index = reached === -1 ? settings.grades.length - 1 : reached;
  return gradeAt(settings, Math.max(index, ceiling));
}
