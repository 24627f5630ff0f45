export { RecordsPanel } from './report/records-panel.tsx';
export { SpanChoice } from './report/span-choice.tsx';
export { useMeasures } from './use-reports.ts';
export { useBehindNumber } from './report/use-behind-number.ts';
