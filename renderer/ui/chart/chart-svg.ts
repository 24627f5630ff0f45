import { type ChartOption, init } from './echarts.ts';

/** A chart as an SVG element in words, for pictures that are put together of several. */
export function chartSvg(option: ChartOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    // What happens under the mouse means nothing in a picture.
    return chart.renderToSVGString().replaceAll(/<style[^]*?<\/style>/gu, '');
  } finally {
    chart.dispose();
  }
}
