import { useMemo } from 'react';
import type { GroupAnalysis } from '#shared/contract/analysis.ts';
import { barsDrawing } from '#renderer/ui/picture/bars.ts';
import { paintDrawing } from '#renderer/ui/picture/drawing.ts';
import { DrawingView } from '#renderer/ui/picture/drawing-view.tsx';
import { Picture } from '#renderer/ui/picture/picture.tsx';
import { decimalText } from '#shared/rules/scoring/points-text.ts';
import styles from './analysis.module.css';
import { type AnalysisLinks, RankingTable } from './ranking-table.tsx';

interface RankingViewProps {
  analysis: GroupAnalysis;
  title: string;
  links: AnalysisLinks;
}

export function RankingView({ analysis, title, links }: RankingViewProps) {
  const heading = `${title} 总分`;
  const drawing = useMemo(() => totalsDrawing(analysis, heading), [analysis, heading]);
  const incomplete = analysis.objects.filter(({ complete }) => !complete).length;
  return (
    <div className={styles.scroll}>
      {incomplete > 0 && (
        <p className={styles.notice}>
          {incomplete} 个单位还没有评完，名次和等次是暂时的，用灰色显示；未评的不算失分。
        </p>
      )}
      <RankingTable analysis={analysis} links={links} />
      <div className={styles.drawn}>
        <Picture title="各单位总分" paint={() => paintDrawing(drawing)}>
          <DrawingView drawing={drawing} onOpen={links.onSheet} />
        </Picture>
      </div>
    </div>
  );
}

/** Bars begin at zero: a short one looks as short as it is. */
function totalsDrawing({ objects, decimals, fullPoints }: GroupAnalysis, title: string) {
  const most = Math.max(fullPoints, ...objects.map(({ total }) => total ?? 0));
  const bars = objects.map(({ objectUid, shortName, total, grade, rank }) => ({
    key: objectUid,
    name: `${rank ?? '—'} ${shortName}`,
    value: total ?? 0,
    text: `${decimalText(total, decimals)} ${grade}`,
  }));
  return barsDrawing(bars, { title, most });
}
