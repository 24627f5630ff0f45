import { Button } from 'antd';
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { paintDrawing } from '../picture/drawing.ts';
import { Picture } from '../picture/picture.tsx';
import { useBox } from '../use-box.ts';
import { type SketchMark, type SketchPoint, sketchOf, spotAt } from './sketch-drawing.ts';
import { useSketchView } from './use-sketch-view.ts';
import styles from './sketch-map.module.css';

interface SketchMapProps {
  title: string;
  points: readonly SketchPoint[];
  marks: readonly SketchMark[];
  /** What is said of a point under the pointer. */
  wordsOf: (key: string) => string;
  /** A click on a point. */
  onOpen: (key: string) => void;
}

const LEAST_WIDTH = 480;
const LEAST_HEIGHT = 320;

/** Points where they are to each other: pointed at they are named, clicked they are opened. Painted, since there are many. */
export function SketchMap({ title, points, marks, wordsOf, onOpen }: SketchMapProps) {
  const { ref, width, height } = useBox<HTMLDivElement>();
  const picture = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState<{ key: string; x: number; y: number } | null>(null);
  const size = { width: Math.max(LEAST_WIDTH, width), height: Math.max(LEAST_HEIGHT, height) };
  const looking = useSketchView(picture, size);
  const { view } = looking;
  const sketch = useMemo(
    () => sketchOf(points, { title, marks, width: size.width, height: size.height, view }),
    [points, title, marks, size.width, size.height, view],
  );

  useEffect(() => {
    const shown = picture.current;
    if (shown === null) return;
    const painted = paintDrawing(sketch.drawing);
    shown.width = painted.width;
    shown.height = painted.height;
    shown.getContext('2d')?.drawImage(painted, 0, 0);
  }, [sketch]);

  function keyAt(event: PointerEvent<HTMLElement>): { key: string | null; x: number; y: number } {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    return { key: spotAt(sketch.spots, x, y), x, y };
  }

  return (
    <Picture
      title={title}
      fills
      paint={() => paintDrawing(sketch.drawing)}
      tools={
        <span className={styles.tools}>
          <Button size="small" onClick={looking.closer}>
            放大
          </Button>
          <Button size="small" disabled={looking.isWhole} onClick={looking.farther}>
            缩小
          </Button>
          <Button size="small" disabled={looking.isWhole} onClick={looking.showAll}>
            全图
          </Button>
          <span className={styles.hint}>滚轮放大缩小，按住拖动</span>
        </span>
      }
    >
      <div ref={ref} className={styles.place}>
        <canvas
          ref={picture}
          // Keys move it; what it shows is in the list too.
          tabIndex={0}
          aria-label={`${title}，${points.length} 个点；方向键移动，加号、减号放大缩小，0 看全图`}
          onKeyDown={looking.onKeyDown}
          onPointerDown={looking.press}
          className={styles.picture}
          style={{ width: sketch.drawing.width, height: sketch.drawing.height }}
          data-points={pointed !== null}
          onPointerMove={(event) => {
            if (looking.drag(event)) {
              setPointed(null);
              return;
            }
            const { key, x, y } = keyAt(event);
            setPointed(key === null ? null : { key, x, y });
          }}
          onPointerLeave={() => setPointed(null)}
          onPointerUp={(event) => {
            const { key } = keyAt(event);
            if (looking.release() && key !== null) onOpen(key);
          }}
        />
        {pointed !== null && (
          <div className={styles.words} style={{ left: pointed.x, top: pointed.y }}>
            {wordsOf(pointed.key)}
          </div>
        )}
      </div>
    </Picture>
  );
}
