import { useEffect, useRef } from 'react';
import { type ChartOption, init } from './echarts.ts';
import styles from './chart.module.css';

interface ChartProps {
  option: ChartOption;
  /** What it shows, in words, for who cannot see it. */
  words: string;
  /** Of the category and place in its series that was clicked on. */
  onOpen?: (place: number) => void;
}

/** A chart that fills its place and follows its size. */
export function Chart({ option, words, onOpen }: ChartProps) {
  const place = useRef<HTMLElement>(null);
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });
  const chart = useRef<ReturnType<typeof init>>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const drawn = init(element, null, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', ({ dataIndex }) => open.current?.(dataIndex));
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);

  return <figure ref={place} className={styles.chart} aria-label={words} />;
}
