import { type ExportOptions, exportOptionsSchema } from '#shared/contract/export-options.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSetting, readTextSetting } from '#main/features/office/settings.ts';
import { columnNames } from './columns.ts';

/*
 * What the clerk chose for the last workbook is offered for the next one. The period's name in it is remembered as a
 * mark, so that it becomes the next period's name; the date is always today's. A file name without the period's name
 * is for once only: the next period's workbook would take the place of this one's.
 */

export const OPTIONS_SETTING = 'assessment.export';

const PERIOD_MARK = '{考核期}';
const usualSignatures = ['责任人签名', '考核组长签名'];
const rememberedSchema = exportOptionsSchema.omit({ date: true });
type RememberedOptions = Omit<ExportOptions, 'date'>;

/** Options as they are remembered: without the period's own name and date. */
export function rememberedForm(options: ExportOptions, periodTitle: string): ExportOptions {
  const mark = (text: string): string => text.replaceAll(periodTitle, PERIOD_MARK);
  return { ...options, title: mark(options.title), fileName: mark(options.fileName) };
}

/** What an export of this period starts with. */
export function exportOptionsFor(db: ReadStore, period: { title: string }, today: string): ExportOptions {
  const usual: RememberedOptions = {
    title: PERIOD_MARK,
    unit: readTextSetting(db, 'office.name', ''),
    signatures: usualSignatures,
    columnNames: {},
    fileName: `${PERIOD_MARK}结果`,
    losses: false,
  };
  const known = rememberedSchema.parse(readSetting(db, OPTIONS_SETTING, usual, isRemembered));
  const name = (text: string): string => text.replaceAll(PERIOD_MARK, period.title);
  return {
    ...known,
    title: name(known.title),
    fileName: name(known.fileName.includes(PERIOD_MARK) ? known.fileName : usual.fileName),
    date: today,
    columnNames: Object.fromEntries(
      columnNames.map((column) => [column, columnOf(known.columnNames, column)]),
    ),
  };
}

function isRemembered(value: unknown): value is RememberedOptions {
  return rememberedSchema.safeParse(value).success;
}

function columnOf(known: Readonly<Record<string, string>>, column: string): string {
  return known[column] ?? column;
}
