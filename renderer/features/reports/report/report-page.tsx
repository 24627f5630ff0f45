import { Alert, Select } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { ReportDefinition, ReportView } from '#shared/contract/reports.ts';
import { type Span, usualSpan } from '#shared/rules/reports/span.ts';
import { type Comparison, comparisonNames } from '#shared/rules/reports/words.ts';
import { client } from '#renderer/app/client.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import { RecordsPanel } from './records-panel.tsx';
import { ReportActions } from './report-actions.tsx';
import { ReportGrid } from './report-grid.tsx';
import { askedReport, reportState } from './report-link.ts';
import { SpanChoice } from './span-choice.tsx';
import { useBehindNumber } from './use-behind-number.ts';
import styles from '../reports.module.css';
import { useReport, useReports } from '../use-reports.ts';

const comparisonOptions = [
  { value: '', label: '不比较' },
  ...Object.entries(comparisonNames).map(([value, { past }]) => ({ value, label: `与${past}比较` })),
];

/** One report for a time; every number opens what it has counted. */
export function ReportPage() {
  const { uid = '' } = useParams();
  const definitions = useReports();
  return (
    <QueryView query={definitions}>
      {(all) => {
        const found = all.find((each) => each.uid === uid);
        return found === undefined ? (
          <Alert type="warning" showIcon title="这张统计报表已经删除" />
        ) : (
          <Report key={uid} definition={found} />
        );
      }}
    </QueryView>
  );
}

function Report({ definition }: { definition: ReportDefinition }) {
  const { uid, cycle, name } = definition;
  const [path, navigate] = useLocation();
  const [asked] = useState(askedReport);
  const today = useCurrentDay();
  const [span, setSpan] = useState<Span>(() => asked.span ?? usualSpan(cycle, today));
  const [comparison, setComparison] = useState<Comparison | null>(asked.comparison);
  const { open, opened, more, close } = useBehindNumber(client.reports.records);
  const report = useReport({ uid, ...span });

  function show(nextSpan: Span, nextComparison: Comparison | null): void {
    setSpan(nextSpan);
    setComparison(nextComparison);
    close();
    navigate(path, { replace: true, state: reportState({ span: nextSpan, comparison: nextComparison }) });
  }

  return (
    <PageFrame
      title={name}
      note={<HiddenNote count={report.data?.hiddenCampaigns ?? 0} />}
      actions={<ReportActions definition={definition} span={span} />}
      toolbar={
        <>
          <SpanChoice value={span} onChange={(next) => show(next, comparison)} />
          <Select<string>
            aria-label="比较"
            style={{ width: 160 }}
            value={comparison ?? ''}
            options={comparisonOptions}
            onChange={(value) => show(span, value === '' ? null : (value as Comparison))}
          />
        </>
      }
      side={
        opened !== null && (
          <RecordsPanel title={opened.title} {...opened.behind} onMore={more} onClose={close} />
        )
      }
    >
      <div className={styles.scroll}>
        <QueryView query={report}>
          {(view) => (
            <>
              <ValidityNote view={view} />
              <ReportGrid
                table={view.table}
                comparison={comparison}
                isOld={report.isPlaceholderData}
                onOpen={({ title, ...number }) => void open(title, { uid, ...span, ...number })}
              />
              <p className={styles.hint}>
                {view.table.to >= today && '所选时间还没有结束，数字只到今天，去年同期和上期是整期的。'}
                数字点开就是明细。整改率等比率按合计重新计算，没有数据的写“—”；几行共有的在合计里只算一次；问题隐患按现在的整改情况统计。
              </p>
            </>
          )}
        </QueryView>
      </div>
    </PageFrame>
  );
}

function HiddenNote({ count }: { count: number }) {
  return count === 0 ? null : <>未公布的暗访 {count} 次不计入</>;
}

/** A report is counted for any time, but says when it is not meant for it. */
function ValidityNote({ view: { definition, table } }: { view: ReportView }) {
  const { validFrom, validTo } = definition;
  const isEarly = validFrom !== null && table.to < validFrom;
  const isLate = validTo !== null && table.from > validTo;
  if (!isEarly && !isLate) return null;
  const words = isEarly ? `这张报表从 ${validFrom} 起施行` : `这张报表已从 ${validTo} 起停用`;
  return <Alert className={styles.notice ?? ''} type="info" showIcon title={`${words}，所选时间不在内。`} />;
}
