import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allPeriods, type PeriodRow } from '../queries.ts';
import { loadExport } from './load-export.ts';
import { exportOptionsFor } from './options.ts';
import { type ExportWatch, writePeriodWorkbook } from './write-period.ts';

/**
 * Writes the workbook of the period with this code, with the texts of the last export.
 * @throws AppError refused, with all codes that there are
 */
export async function exportByCode(
  db: ReadStore,
  code: string,
  path: string,
  today: string,
  watch: ExportWatch,
): Promise<void> {
  const period = requireCode(db.all(allPeriods), code);
  const options = exportOptionsFor(db, period, today);
  await writePeriodWorkbook(path, loadExport(db, period.uid, options.losses), options, watch);
}

function requireCode(periods: readonly PeriodRow[], code: string): PeriodRow {
  const found = periods.find((period) => period.code.toLowerCase() === code.toLowerCase());
  if (found !== undefined) return found;
  const known = periods.map((period) => `${period.code}(${period.title})`).join('、');
  const reason =
    known === '' ? '还没有考核期。请先在程序里开启考核期。' : `没有编号为“${code}”的考核期。现有：${known}。`;
  throw new AppError('refused', { reason });
}
