import { shortDay } from '#shared/calendar/days.ts';
import type { Overview } from '#shared/contract/overview.ts';
import { datedKindNames } from '#shared/rules/calendar/dated-kinds.ts';
import { type OverviewTile, overviewTiles } from '#shared/rules/overview/tiles.ts';
import { spanWords } from '#shared/rules/reports/span.ts';
import { chartSvg } from '#renderer/ui/chart/chart-svg.ts';
import { chartColors } from '#renderer/ui/chart/echarts.ts';
import { lineShape, type Shape, shortened, textShape } from '#renderer/ui/picture/drawing.ts';
import { type PlacedSvg, svgPicture, wrappedText } from '#renderer/ui/picture/svg-picture.ts';
import { chartsOf, type OverviewChart } from '../charts/charts-of.ts';
import type { Today } from '../use-today.ts';

/** How the brief is laid out, in CSS pixels. */
export interface BriefShape {
  width: number;
  height: number;
  edge: number;
  tilesInRow: number;
  chartsInRow: number;
  chartHeight: number;
}

/** A4 upright, and a slide of 16 to 9. */
export const briefShapes = {
  sheet: { width: 794, height: 1_123, edge: 56, tilesInRow: 4, chartsInRow: 2, chartHeight: 208 },
  slide: { width: 1_280, height: 720, edge: 40, tilesInRow: 6, chartsInRow: 4, chartHeight: 236 },
} as const satisfies Record<string, BriefShape>;

export interface BriefContent {
  overview: Overview;
  cityName: string;
  officeName: string;
  /** YYYY-MM-DD, on which the numbers were taken. */
  today: string;
  now: Today;
}

const TILE_HEIGHT = 84;
const GAP = 10;
const CHART_HEAD = 22;
const LINE = 20;
const NOTE_SIZE = 11;

/** The overview as one picture for paper or a slide. */
export function briefPicture(content: BriefContent, shape: BriefShape): string {
  const { overview, today } = content;
  const head = headShapes(content, shape);
  const tiles = tileShapes(overviewTiles(overview), shape, head.below);
  const charts = chartParts(chartsOf(overview, today, true), shape, tiles.below);
  const foot = footShapes(content, shape, charts.below);
  const drawing = {
    width: shape.width,
    height: shape.height,
    shapes: [...head.shapes, ...tiles.shapes, ...charts.shapes, ...foot],
  };
  return svgPicture(drawing, charts.parts);
}

interface Drawn {
  shapes: Shape[];
  /** Where the next part begins. */
  below: number;
}

function headShapes(
  { overview, cityName, officeName, today }: BriefContent,
  { width, edge }: BriefShape,
): Drawn {
  const { ink, soft, accent } = chartColors;
  const name = overview.county?.name ?? cityName;
  const span = spanWords(overview);
  return {
    shapes: [
      textShape(width / 2, edge + 10, `${name}消防安全工作情况一页纸`, 'center', 26, ink),
      textShape(edge, edge + 46, officeName, 'left', 13, soft),
      textShape(width - edge, edge + 46, `${span}，数据截至 ${today}`, 'right', 13, soft),
      lineShape(
        [
          [edge, edge + 60],
          [width - edge, edge + 60],
        ],
        accent,
        2,
      ),
    ],
    below: edge + 74,
  };
}

function tileShapes(
  tiles: readonly OverviewTile[],
  { width, edge, tilesInRow }: BriefShape,
  top: number,
): Drawn {
  const own = (width - 2 * edge - GAP * (tilesInRow - 1)) / tilesInRow;
  const letters = Math.floor(own / NOTE_SIZE) - 1;
  const shapes = tiles.flatMap((tile, place): Shape[] => {
    const x = edge + (place % tilesInRow) * (own + GAP);
    const y = top + Math.floor(place / tilesInRow) * (TILE_HEIGHT + GAP);
    const { ink, soft, accent } = chartColors;
    return [
      { kind: 'rect', x, y, width: own, height: TILE_HEIGHT, fill: '#f5f6f8' },
      textShape(x + 10, y + 15, tile.label, 'left', 12, soft),
      textShape(x + 10, y + 38, `${tile.value}${tile.unit}`, 'left', 21, tile.isAlarm ? accent : ink),
      ...wrappedText(tile.note, letters)
        .slice(0, 2)
        .map((line, row) => textShape(x + 10, y + 59 + row * 14, line, 'left', NOTE_SIZE, soft)),
    ];
  });
  const rows = Math.ceil(tiles.length / tilesInRow);
  return { shapes, below: top + rows * (TILE_HEIGHT + GAP) + 6 };
}

function chartParts(
  charts: readonly OverviewChart[],
  { width, edge, chartsInRow, chartHeight }: BriefShape,
  top: number,
): Drawn & { parts: PlacedSvg[] } {
  const own = (width - 2 * edge - GAP * (chartsInRow - 1)) / chartsInRow;
  const placed = charts.map((chart, place) => ({
    chart,
    x: edge + (place % chartsInRow) * (own + GAP),
    y: top + Math.floor(place / chartsInRow) * (CHART_HEAD + chartHeight + GAP),
  }));
  const letters = Math.floor(own / 13);
  const shapes = placed.flatMap(({ chart, x, y }): Shape[] => [
    textShape(x, y + 10, shortened(chart.title, letters), 'left', 13, chartColors.ink),
    ...(chart.option === null
      ? wrappedText(chart.empty, Math.floor(own / 12)).map((line, row) =>
          textShape(x, y + 40 + row * 18, line, 'left', 12, chartColors.soft),
        )
      : []),
  ]);
  const parts = placed.flatMap(({ chart: { option }, x, y }) =>
    option === null ? [] : [{ x, y: y + CHART_HEAD, svg: chartSvg(option, own, chartHeight) }],
  );
  const rows = Math.ceil(charts.length / chartsInRow);
  return { shapes, parts, below: top + rows * (CHART_HEAD + chartHeight + GAP) + 4 };
}

function footShapes(
  { now, officeName, today }: BriefContent,
  { width, height, edge }: BriefShape,
  top: number,
): Shape[] {
  const { ink, soft, line } = chartColors;
  const room = Math.max(0, Math.floor((height - edge - 24 - (top + 34)) / LINE));
  const letters = Math.floor((width - 2 * edge) / 13);
  const dates = now.next
    .slice(0, room)
    .map(({ day, kind, title }) => `${shortDay(day)} ${datedKindNames[kind]}：${title}`);
  return [
    lineShape(
      [
        [edge, top],
        [width - edge, top],
      ],
      line,
      1,
    ),
    textShape(edge, top + 16, '近期安排', 'left', 13, ink),
    textShape(width - edge, top + 16, now.duty === '' ? '' : `今日值班：${now.duty}`, 'right', 12, soft),
    ...(dates.length === 0 ? ['14 天内没有安排'] : dates).map((text, row) =>
      textShape(edge, top + 40 + row * LINE, shortened(text, letters), 'left', 12, ink),
    ),
    textShape(width - edge, height - edge + 14, `${officeName} ${today} 印`, 'right', 11, soft),
  ];
}
