import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Overview } from '#shared/contract/overview.ts';
import { Chart } from '#renderer/ui/chart/chart.tsx';
import { chartsOf } from './charts/charts-of.ts';
import styles from './overview.module.css';

interface OverviewChartsProps {
  overview: Overview;
  today: string;
  onCounty: (uid: string) => void;
}

/** Four pictures; the name of each leads to its page. */
export function OverviewCharts({ overview, today, onCounty }: OverviewChartsProps) {
  const charts = useMemo(() => chartsOf(overview, today), [overview, today]);
  return (
    <div className={styles.charts}>
      {charts.map(({ key, title, path, option, words, empty, uids }) => (
        <ChartSheet key={key} title={title} path={path}>
          {option === null ? (
            <p className={styles.empty}>{empty}</p>
          ) : (
            <Chart
              option={option}
              words={words}
              onOpen={(place) => {
                const uid = uids[place];
                if (uid !== undefined) onCounty(uid);
              }}
            />
          )}
        </ChartSheet>
      ))}
    </div>
  );
}

function ChartSheet({ title, path, children }: { title: string; path: string; children: ReactNode }) {
  return (
    <section className={styles.sheet} aria-label={title}>
      <h2>
        <Link href={path}>{title}</Link>
      </h2>
      <div className={styles.picture}>{children}</div>
    </section>
  );
}
