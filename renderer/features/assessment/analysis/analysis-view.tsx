import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import type { GroupAnalysis } from '#shared/contract/analysis.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { oneOf, useRemembered } from '#renderer/ui/remembered.ts';
import type { CellRef, ScoreBook } from '../book/score-book.ts';
import { useBookVersion } from '../book/use-score-book.ts';
import type { FrameIndex } from '../frame-index.ts';
import styles from './analysis.module.css';
import { cellWords, reasonOf } from './cell-words.ts';
import { HeatMap } from './heat/heat-map.tsx';
import { IndicatorPanel } from './indicator-panel.tsx';
import { IndicatorsView } from './indicators-view.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import { RankingView } from './ranking-view.tsx';
import { TextsView } from './texts-view.tsx';
import { useAnalysis } from './use-analysis.ts';

const partNames = ['ranking', 'heat', 'indicators', 'texts'] as const;
type Part = (typeof partNames)[number];

/** Who goes from group to group compares the same in each. */
const partOf = oneOf('assessment.analysisPart', partNames, 'ranking');

const parts: { value: Part; label: string }[] = [
  { value: 'ranking', label: '名次和失分' },
  { value: 'heat', label: '热力图' },
  { value: 'indicators', label: '指标' },
  { value: 'texts', label: '结果说明' },
];

/** What stands beside the part. */
interface Opened {
  what: 'object' | 'indicator';
  uid: string;
}

interface AnalysisViewProps {
  book: ScoreBook;
  index: FrameIndex;
  onCell: (cell: CellRef) => void;
  onSheet: (objectUid: string) => void;
}

/** 分析: what the scores of one group say. */
export function AnalysisView(props: AnalysisViewProps) {
  const analysis = useAnalysis(props.book.frame.uid);
  return (
    <QueryView query={analysis}>
      {(data) =>
        data.objects.length === 0 || data.indicators.length === 0 ? (
          <EmptyState text="这个考核组还没有可以分析的评分。" />
        ) : (
          <Analysis {...props} analysis={data} />
        )
      }
    </QueryView>
  );
}

function Analysis({
  book,
  index,
  analysis,
  onCell,
  onSheet,
}: AnalysisViewProps & { analysis: GroupAnalysis }) {
  useBookVersion(book);
  const [part, setPart] = useRemembered<Part>(partOf);
  const [opened, open] = useState<Opened | null>(null);
  const { name, period } = book.frame;
  const title = `${period.title} ${name}`;
  const onProfile = (uid: string): void => open({ what: 'object', uid });
  const onIndicator = (uid: string): void => open({ what: 'indicator', uid });
  const links = { onCell, onSheet, onProfile, onIndicator };
  const close = (): void => open(null);

  function shown(): ReactNode {
    switch (part) {
      case 'ranking':
        return <RankingView analysis={analysis} title={title} links={links} />;
      case 'heat':
        return (
          <HeatMap
            analysis={analysis}
            title={`${title} 失分热力图`}
            wordsFor={(cell) => cellWords(book, index, cell)}
            onOpen={onCell}
          />
        );
      case 'indicators':
        return <IndicatorsView analysis={analysis} title={title} onIndicator={onIndicator} />;
      case 'texts':
        return <TextsView groupUid={book.frame.uid} onProfile={onProfile} />;
      default:
        return part satisfies never;
    }
  }

  return (
    <div className={styles.view}>
      <div className={styles.main}>
        <Segmented<Part> aria-label="分析内容" value={part} options={parts} onChange={setPart} />
        <div className={styles.part}>{shown()}</div>
      </div>
      {opened?.what === 'indicator' && (
        <IndicatorPanel
          analysis={analysis}
          indicatorUid={opened.uid}
          reasonFor={(cell) => reasonOf(book, index, cell)}
          onCell={onCell}
          onClose={close}
        />
      )}
      {opened?.what === 'object' && (
        <ProfilePanel
          key={opened.uid}
          objectUid={opened.uid}
          name={index.objects.get(opened.uid)?.name ?? ''}
          groupUid={book.frame.uid}
          onCell={onCell}
          onSheet={onSheet}
          onClose={close}
        />
      )}
    </div>
  );
}
