import type { KeyboardEvent } from 'react';
import type { Drawing, Shape } from './drawing.ts';
import styles from './picture.module.css';

interface DrawingViewProps {
  label: string;
  drawing: Drawing;
  onOpen?: ((key: string) => void) | undefined;
}

const anchors = { left: 'start', center: 'middle', right: 'end' } as const;

/** A drawing on the page. What opens something is reached with Tab and opened with Enter. */
export function DrawingView({ label, drawing: { width, height, shapes }, onOpen }: DrawingViewProps) {
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${width} ${height}`}
      style={{ maxWidth: width }}
      role="group"
      aria-label={label}
    >
      {shapes.map((shape, place) => (
        // A drawing is made anew as a whole: its shapes have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <ShapeView key={place} shape={shape} onOpen={onOpen} />
      ))}
    </svg>
  );
}

function ShapeView({ shape, onOpen }: { shape: Shape; onOpen: DrawingViewProps['onOpen'] }) {
  if (shape.kind === 'line') {
    const points = shape.points.map(([x, y]) => `${x},${y}`).join(' ');
    return <polyline points={points} fill="none" stroke={shape.stroke} strokeWidth={shape.width} />;
  }
  if (shape.kind === 'text') {
    return (
      <text
        x={shape.x}
        y={shape.y}
        fontSize={shape.size}
        fill={shape.fill}
        textAnchor={anchors[shape.align]}
        dominantBaseline="central"
      >
        {shape.text}
      </text>
    );
  }
  const { x, y, width, height, fill, opens, words } = shape;
  const box = <rect x={x} y={y} width={width} height={height} fill={fill} />;
  if (opens === undefined || onOpen === undefined) return box;
  const open = (): void => onOpen(opens);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={words ?? ''}
      className={styles.opens}
      onClick={open}
      onKeyDown={onKeyDown}
    >
      <title>{words}</title>
      {box}
    </g>
  );
}
