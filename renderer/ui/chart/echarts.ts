import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use as register } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { pictureFont } from '../picture/drawing.ts';

/* Only the parts of echarts that the program draws with: the whole of it is four times as large. */

register([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  LabelLayout,
  SVGRenderer,
]);

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
>;

/** Told apart by lightness as well, so that a print in grey still reads. */
export const chartColors = {
  strong: '#3f4a5a',
  middle: '#8b95a3',
  light: '#cdd3db',
  accent: '#b3261e',
  ink: '#1f1f1f',
  soft: '#6b6b6b',
  line: '#e4e4e7',
} as const;

/** Names with spaces need no quotes, and echarts writes them into attributes as they are. */
const fontFamily = pictureFont.replaceAll('"', '');

/** What all charts have in common; nothing moves: an office PC draws them in software. */
export const chartBase = {
  animation: false,
  textStyle: { fontFamily, fontSize: 12, color: chartColors.ink },
  color: [chartColors.strong, chartColors.light, chartColors.middle],
} satisfies ChartOption;

export const chartText = { color: chartColors.ink, fontSize: 12 } as const;
export const softText = { color: chartColors.soft, fontSize: 11 } as const;
export const gridLine = { lineStyle: { color: chartColors.line } } as const;

export { init };
