import { type Drawing, markPath, type Shape } from './drawing.ts';
import styles from './picture.module.css';

interface DrawingViewProps {
  drawing: Drawing;
  /** Called with the key of a shape. */
  onOpen: (key: string) => void;
}

const anchors = { left: 'start', center: 'middle', right: 'end' } as const;

/** A drawing on the page. Over each shape that opens something lies a button, to be reached with Tab. */
export function DrawingView({ drawing, onOpen }: DrawingViewProps) {
  const { width, height, shapes } = drawing;
  const share = (part: number, whole: number): string => `${(part / whole) * 100}%`;
  return (
    <div className={styles.drawing} style={{ maxWidth: width }}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden>
        {shapes.map((shape) => (
          <ShapeView key={keyOf(shape)} shape={shape} />
        ))}
      </svg>
      {shapes.map((shape) =>
        shape.kind === 'rect' && shape.opens !== undefined ? (
          <Opener
            key={shape.opens}
            words={shape.words ?? ''}
            place={{
              left: share(shape.x, width),
              top: share(shape.y, height),
              width: share(shape.width, width),
              height: share(shape.height, height),
            }}
            onOpen={() => onOpen(shape.opens ?? '')}
          />
        ) : null,
      )}
    </div>
  );
}

interface OpenerProps {
  words: string;
  place: { left: string; top: string; width: string; height: string };
  onOpen: () => void;
}

function Opener({ words, place, onOpen }: OpenerProps) {
  return (
    <button
      type="button"
      className={styles.opener}
      style={place}
      title={words}
      aria-label={words}
      onClick={onOpen}
    />
  );
}

/** Two shapes of one kind never lie at the same place. */
function keyOf(shape: Shape): string {
  return shape.kind === 'line' ? `line ${shape.points.join(' ')}` : `${shape.kind} ${shape.x} ${shape.y}`;
}

function ShapeView({ shape }: { shape: Shape }) {
  if (shape.kind === 'line') {
    const points = shape.points.map(([x, y]) => `${x},${y}`).join(' ');
    return <polyline points={points} fill="none" stroke={shape.stroke} strokeWidth={shape.width} />;
  }
  if (shape.kind === 'mark') {
    const { path, isFilled } = markPath(shape.form, shape.x, shape.y);
    return <path d={path} fill={isFilled ? shape.fill : 'none'} stroke={isFilled ? 'none' : shape.fill} />;
  }
  if (shape.kind === 'rect') {
    return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} fill={shape.fill} />;
  }
  return (
    <text
      x={shape.x}
      y={shape.y}
      fontSize={shape.size}
      fill={shape.fill}
      textAnchor={anchors[shape.align]}
      {...(shape.isEdged === true ? { stroke: '#fff', strokeWidth: 4, paintOrder: 'stroke' } : {})}
      dominantBaseline="central"
    >
      {shape.text}
    </text>
  );
}
