import { fractionOfDecimal } from '../fraction.ts';
import type { CollectedColumn } from './definition.ts';

const FEN_IN_A_YUAN = 100;

/** A canonical value as clerks read it. */
export function shownValue({ kind }: Pick<CollectedColumn, 'kind'>, value: string): string {
  if (value === '') return '';
  if (kind === 'money') return fractionOfDecimal(value).div(FEN_IN_A_YUAN).toString();
  if (kind === 'yesNo') return value === 'yes' ? '是' : '否';
  return value;
}
