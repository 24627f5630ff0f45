/** One measured figure; without a bar nothing is asked of it. */
export interface Figure {
  what: string;
  value: number;
  unit: 'ms' | 's' | 'MB' | 'kB' | '%' | 'million';
  /** Of the same measurements, in the same unit. */
  median?: number;
  /** What was measured in the same run to compare with, in the same unit. */
  baseline?: { name: string; value: number };
  /** The most that is allowed: of the figure, or of its ratio to the baseline. */
  bar?: { of: 'figure' | 'ratio'; most: number };
}

export type Report = (figure: Figure) => void;

export interface Part {
  name: string;
  /** What is measured, in a few words. */
  title: string;
  run(report: Report): Promise<void> | void;
}

export function isWithin({ value, baseline, bar }: Figure): boolean | null {
  if (bar === undefined) return null;
  const held = bar.of === 'figure' ? value : value / (baseline?.value ?? Number.NaN);
  return held <= bar.most;
}

export function lineOf(figure: Figure): string {
  const { what, value, unit, median, baseline, bar } = figure;
  const ratio = baseline === undefined ? '' : `${shown(value / baseline.value)} × ${baseline.name}`;
  const middle = median === undefined ? '' : `p50 ${shown(median)} ${unit}`;
  const asked = bar === undefined ? '' : bar.of === 'ratio' ? `[≤ ${bar.most} ×]` : `[≤ ${bar.most} ${unit}]`;
  const within = isWithin(figure);
  const verdict = within === null ? '' : within ? 'within' : 'OVER';
  const columns = [
    what.padEnd(72),
    `${shown(value).padStart(9)} ${unit}`.padEnd(14),
    `${middle}${ratio}`.padEnd(24),
    asked.padEnd(12),
  ];
  return `  ${[...columns, verdict].join(' ')}`.trimEnd();
}

function shown(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}
