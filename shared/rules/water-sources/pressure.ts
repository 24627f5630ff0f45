import type { LedgerProblem, LedgerStandards, LedgerValues } from '../ledgers/definition.ts';

const MPA_SCALE = 1_000;
const FLOW_SCALE = 10;

/** What of a hydrant falls short of its standard, with the clause; other water has no pressure of its own. */
export function fallsShort(
  { kind, pressure, flow }: LedgerValues,
  standards: LedgerStandards,
): LedgerProblem[] {
  if (kind !== 'hydrant') return [];
  const low =
    typeof pressure === 'number'
      ? shortfall('水压', pressure / MPA_SCALE, 'MPa', standards['pressure'])
      : null;
  const little =
    typeof flow === 'number' ? shortfall('流量', flow / FLOW_SCALE, 'L/s', standards['flow']) : null;
  return [
    ...(low === null ? [] : [{ severity: 'hint', field: 'pressure', text: low } as const]),
    ...(little === null ? [] : [{ severity: 'hint', field: 'flow', text: little } as const]),
  ];
}

function shortfall(
  what: string,
  has: number,
  unit: string,
  standard: LedgerStandards[string] | undefined,
): string | null {
  if (standard === undefined || has >= standard.value) return null;
  return `${what} ${has} ${unit}，不足 ${standard.value} ${unit}(${standard.source})`;
}
