import { Button, Segmented } from 'antd';
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import type { GroupAnalysis } from '#shared/contract/analysis.ts';
import {
  lossColour,
  type LossMeasure,
  lossMeasureNames,
  lossMeasures,
} from '#shared/rules/assessment/analysis/heat.ts';
import { blankCanvas, pictureFont } from '#renderer/ui/picture/drawing.ts';
import { Picture } from '#renderer/ui/picture/picture.tsx';
import { oneOf, useRemembered } from '#renderer/ui/remembered.ts';
import type { CellRef } from '../../book/score-book.ts';
import styles from './heat-map.module.css';
import { type HeatPlace, layOutHeat, mostLost, placeAt, steppedPlace } from './heat-layout.ts';
import { paintHeat } from './paint-heat.ts';
import { showPlace, useHeatCanvas, useRoom } from './use-heat-canvas.ts';

const measureOf = oneOf('assessment.lossMeasure', lossMeasures, 'share');
const TITLE_HEIGHT = 40;
const PICTURE_WIDTH = 1_200;

interface HeatMapProps {
  analysis: GroupAnalysis;
  title: string;
  /** What one cell says, in words. */
  wordsFor: (cell: CellRef) => string;
  onOpen: (cell: CellRef) => void;
}

/** Objects by indicators; a click or the arrow keys choose a cell, a double click or Enter opens its score. */
export function HeatMap({ analysis, title, wordsFor, onOpen }: HeatMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [measure, setMeasure] = useRemembered<LossMeasure>(measureOf);
  const [active, setActive] = useState<HeatPlace>({ row: 0, column: 0 });
  const room = useRoom(box);
  const layout = useMemo(() => layOutHeat(analysis, room?.width ?? 0), [analysis, room]);
  const most = useMemo(() => mostLost(analysis), [analysis]);
  const heat = useMemo(
    () => ({ analysis, layout, measure, most, active }),
    [active, analysis, layout, measure, most],
  );
  const { onScroll } = useHeatCanvas(box, canvas, heat, room);
  const cell = cellAt(analysis, active);

  function choose(place: HeatPlace): void {
    setActive(place);
    if (box.current !== null) showPlace(box.current, layout, place);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey) return;
    const size = { rows: analysis.objects.length, columns: analysis.indicators.length };
    const place = steppedPlace(event.key, active, size);
    if (place !== null) choose(place);
    else if (event.key === 'Enter' && cell !== null) onOpen(cell);
    else return;
    event.preventDefault();
  }

  function pointed({ clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>): HeatPlace | null {
    const element = box.current;
    if (element === null) return null;
    const edge = element.getBoundingClientRect();
    const [x, y] = [clientX - edge.left, clientY - edge.top];
    if (x < layout.leadWidth || y < layout.headHeight) return null;
    return placeAt(layout, x + element.scrollLeft, y + element.scrollTop);
  }

  function paintWhole(): HTMLCanvasElement {
    const whole = layOutHeat(analysis, PICTURE_WIDTH);
    const { width, height } = whole;
    return blankCanvas(width, height + TITLE_HEIGHT, (context) => {
      context.font = `16px ${pictureFont}`;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillStyle = '#1f1f1f';
      context.fillText(title, width / 2, TITLE_HEIGHT / 2);
      context.translate(0, TITLE_HEIGHT);
      const all = { left: 0, top: 0, width, height };
      paintHeat(context, { analysis, layout: whole, measure, most, active: null }, all);
    });
  }

  return (
    <Picture
      fills
      title={title}
      paint={paintWhole}
      tools={
        <>
          <Segmented<LossMeasure>
            size="small"
            aria-label="颜色"
            value={measure}
            onChange={setMeasure}
            options={lossMeasures.map((value) => ({ value, label: lossMeasureNames[value] }))}
          />
          <Legend measure={measure} />
        </>
      }
    >
      <div ref={box} className={styles.box} onScroll={onScroll}>
        <div style={{ width: layout.width, height: layout.height }}>
          <button
            type="button"
            className={styles.seen}
            style={{ width: room?.width ?? 0, height: room?.height ?? 0 }}
            aria-label={`${title}，方向键选择，回车打开`}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => {
              const place = pointed(event);
              if (place !== null) setActive(place);
            }}
            onDoubleClick={(event) => {
              const place = pointed(event);
              const there = place === null ? null : cellAt(analysis, place);
              if (there !== null) onOpen(there);
            }}
          >
            <canvas ref={canvas} className={styles.canvas} />
          </button>
        </div>
      </div>
      <div className={styles.words}>
        <span aria-live="polite">{cell === null ? '' : wordsFor(cell)}</span>
        {cell !== null && (
          <Button size="small" onClick={() => onOpen(cell)}>
            打开这一项
          </Button>
        )}
      </div>
    </Picture>
  );
}

function cellAt({ objects, indicators }: GroupAnalysis, { row, column }: HeatPlace): CellRef | null {
  const [object, indicator] = [objects[row], indicators[column]];
  if (object === undefined || indicator === undefined) return null;
  return { objectUid: object.objectUid, indicatorUid: indicator.uid };
}

function Legend({ measure }: { measure: LossMeasure }) {
  return (
    <span className={styles.legend}>
      {measure === 'share' ? '失分率 0' : '失分 少'}
      {[0, 1, 2, 3, 4, 5].map((step) => (
        <i key={step} style={{ background: `#${lossColour(step)}` }} />
      ))}
      {measure === 'share' ? '100%' : '多'}
      <span>/ 不适用，· 未评</span>
    </span>
  );
}
