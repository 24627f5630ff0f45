import { sheetKinds } from './definitions.ts';
import { type ExportForm, PERIOD_PLACE } from './model.ts';
import { usualSheet } from './sheets.ts';

/** What an office begins with. */
export function usualForm(unit: string): ExportForm {
  return {
    title: PERIOD_PLACE,
    unit,
    signatures: ['责任人签名', '考核组长签名'],
    seal: true,
    fileName: `${PERIOD_PLACE}结果`,
    decimals: null,
    sheets: sheetKinds.map(usualSheet),
    page: {
      paper: 'A4',
      margins: { top: 15, bottom: 15, left: 13, right: 13 },
      fitToWidth: true,
      repeatHeads: true,
    },
  };
}
