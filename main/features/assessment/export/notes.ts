import type { Fraction } from '#shared/rules/fraction.ts';
import { fractionOf, roundHalfUp } from '#shared/rules/fraction.ts';
import { gradeOf } from '#shared/rules/scoring/grade.ts';
import type { SchemeSettings } from '#shared/rules/scoring/model.ts';
import type { ObjectScore } from '#shared/rules/scoring/object.ts';

/** Digits after the point that a note shows of a score which does not end there. */
const SHOWN_DIGITS = 6;

/**
 * Said where the score as it is printed would give another grade than the exact one; else undefined.
 * @param printedDecimals with so many it is printed
 */
export function gradeNote(
  { total, veto }: ObjectScore,
  settings: SchemeSettings,
  printedDecimals: number,
): string | undefined {
  if (total === null) return undefined;
  const exact = gradeOf(total, settings, veto.gradeCeiling);
  const shown = [3, printedDecimals]
    .map((decimals) => ({ decimals, rounded: roundedTo(total, decimals) }))
    .find(({ rounded }) => gradeOf(rounded, settings, veto.gradeCeiling).index !== exact.index);
  if (shown === undefined) return undefined;
  const rounded = (roundHalfUp(shown.rounded) / 1000).toFixed(shown.decimals);
  return `准确得分为${exactText(total)}分，四舍五入后显示为${rounded}分。等次按四舍五入前的得分评定，为${exact.name}。`;
}

/** Thousandths of a point rounded to so many decimals of a point, as thousandths again. */
function roundedTo(total: Fraction, decimals: number): Fraction {
  const unit = 10 ** (3 - decimals);
  return fractionOf(roundHalfUp(total.div(unit)) * unit);
}

function exactText(total: Fraction): string {
  const unit = 10n ** BigInt(SHOWN_DIGITS - 3);
  const millionths = (total.n * unit) / total.d;
  const digits = String(millionths).padStart(SHOWN_DIGITS + 1, '0');
  const ends = millionths * total.d === total.n * unit;
  const fraction = digits.slice(-SHOWN_DIGITS);
  const sign = total.s < 0n ? '-' : '';
  return `${sign}${digits.slice(0, -SHOWN_DIGITS)}.${ends ? fraction.replace(/0+$/, '') || '0' : `${fraction}…`}`;
}
