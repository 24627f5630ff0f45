import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { FindingResults, ResultScope } from '#shared/contract/finding-results.ts';
import { COUNTED_UP_TO } from '#shared/contract/findings.ts';
import { severityNames } from '#shared/rules/findings/model.ts';
import { handedOver } from '#renderer/app/handed-over.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import { useCampaignNames } from '../use-findings.ts';
import { ofCounty, ofTrade } from './counted-links.ts';
import { HeatTable } from './heat-table.tsx';
import { RepeatedList } from './repeated-list.tsx';
import { ResultActions } from './result-actions.tsx';
import { ResultTable } from './result-table.tsx';
import { RESULTS, scopeOf, scopeState } from './scope-link.ts';
import styles from './results.module.css';
import { SweptTable } from './swept-table.tsx';
import { type LongResults, useResults } from './use-results.ts';

/** 问题统计: what was found and put right, of one campaign or of all; every number opens what it counts. */
export function ResultsPage() {
  const [path, navigate] = useLocation();
  const [scope, setScope] = useState<ResultScope>(() => scopeOf(handedOver(RESULTS)));
  const { query, long, data: shown } = useResults(scope);

  function narrow(next: ResultScope): void {
    setScope(next);
    // Whoever comes back from a list finds it again.
    navigate(path, { replace: true, state: scopeState(next) });
  }

  return (
    <PageFrame
      title="问题统计"
      body="wide"
      note={<HiddenNote count={shown?.hiddenCampaigns ?? 0} />}
      actions={<ResultActions scope={scope} isEmpty={long === null && (shown === null || isEmpty(shown))} />}
      toolbar={<ScopeFields scope={scope} onChange={narrow} />}
    >
      <div className={styles.scroll}>
        {long === null ? (
          <QueryView query={query}>
            {(data) =>
              isEmpty(data) ? (
                <EmptyState text={emptyWords(scope)} />
              ) : (
                <Results scope={scope} results={data} />
              )
            }
          </QueryView>
        ) : (
          <Long long={long}>{(data) => <Results scope={scope} results={data} />}</Long>
        )}
      </div>
    </PageFrame>
  );
}

interface LongProps {
  long: LongResults;
  children: (results: FindingResults) => ReactNode;
}

/** What is added up on demand, with its progress; what changes afterwards is added up anew on demand. */
function Long({ long: { results, jobUid, starting, start, onDone, onClose }, children }: LongProps) {
  return (
    <>
      {results === null ? (
        <EmptyState
          text={`这个范围的问题超过 ${COUNTED_UP_TO} 处，统计要几秒钟。`}
          action={
            <Button type="primary" loading={starting} onClick={start}>
              开始统计
            </Button>
          }
        />
      ) : (
        <>
          <p className={styles.hint}>
            问题超过 {COUNTED_UP_TO} 处，统计以后的变动没有算上。
            <Button type="link" size="small" loading={starting} onClick={start}>
              重新统计
            </Button>
          </p>
          {children(results)}
        </>
      )}
      <JobDialog uid={jobUid} onDone={onDone} onClose={onClose} />
    </>
  );
}

/** A campaign that sweeps shows how far it has come, also before anything was found. */
function isEmpty({ total, swept }: FindingResults): boolean {
  return total.found === 0 && swept === null;
}

function emptyWords({ campaignUid, from, to }: ResultScope): string {
  return campaignUid === null && from === null && to === null
    ? '还没有登记过问题。在“检查记录”里登记检查，不符合的自动列入。'
    : '这个范围内没有登记过问题。换一次督查，或者放宽日期再看。';
}

function HiddenNote({ count }: { count: number }): ReactNode {
  return count === 0 ? null : `未公布的暗访 ${count} 次不计入；知情人可单独选它来看`;
}

interface ScopeFieldsProps {
  scope: ResultScope;
  onChange: (scope: ResultScope) => void;
}

function ScopeFields({ scope, onChange }: ScopeFieldsProps) {
  const campaigns = useCampaignNames() ?? [];
  return (
    <>
      <WordSelect<string | null>
        allowClear
        aria-label="按督查"
        placeholder="全部督查和平时发现的"
        style={{ width: 420 }}
        value={scope.campaignUid}
        options={campaigns.map(({ uid, title }) => ({ value: uid, label: title }))}
        onChange={(uid) => onChange({ ...scope, campaignUid: uid ?? null })}
      />
      <span>发现日期</span>
      <DayField allowClear label="从" value={scope.from} onChange={(from) => onChange({ ...scope, from })} />
      <span>至</span>
      <DayField allowClear label="至" value={scope.to} onChange={(to) => onChange({ ...scope, to })} />
    </>
  );
}

function Results({ scope, results }: { scope: ResultScope; results: FindingResults }) {
  const { byCounty, byTrade, byTeam, bySeverity, total, swept } = results;
  const counties = byCounty.map((row) => ({ ...row, narrowed: ofCounty(row.uid) }));
  const trades = byTrade.map((row) => ({ ...row, narrowed: ofTrade(row.uid) }));
  const teams = byTeam.map(({ campaignUid, ...row }) => ({
    ...row,
    narrowed: { team: row.team, campaignUid: campaignUid ?? scope.campaignUid },
  }));
  const kinds = bySeverity.map(({ severity, ...counts }) => ({
    ...counts,
    name: severityNames[severity],
    narrowed: { severity },
  }));
  return (
    <div className={styles.results}>
      {total.found > 0 && (
        <>
          <ResultTable scope={scope} title="按区县" heading="县(市、区)" rows={counties} total={total} />
          <ResultTable scope={scope} title="按行业" heading="行业" rows={trades} total={total} />
          <ResultTable scope={scope} title="按检查组" heading="检查组" rows={teams} total={total} />
          <ResultTable scope={scope} title="按级别" heading="级别" rows={kinds} total={total} />
          <HeatTable scope={scope} results={results} />
        </>
      )}
      {swept !== null && scope.campaignUid !== null && (
        <SweptTable campaignUid={scope.campaignUid} swept={swept} />
      )}
      <RepeatedList scope={scope} />
      <p className={styles.hint}>
        已整改是验收合格或已销号的；取消的不计。数字点开就是对应的<Link href="/findings">问题清单</Link>。
      </p>
    </div>
  );
}
