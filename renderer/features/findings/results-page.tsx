import { useState } from 'react';
import type { FindingResults, ResultRow } from '#shared/contract/findings.ts';
import { shareText } from '#shared/rules/campaigns/words.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import styles from './findings.module.css';
import { useCampaignNames, useFindingResults } from './use-findings.ts';

/** 问题统计: by county and trade, with the share that was put right, and places where more was found than once. */
export function ResultsPage() {
  const [campaignUid, setCampaignUid] = useState<string | null>(null);
  const campaigns = useCampaignNames() ?? [];
  return (
    <PageFrame
      title="问题统计"
      body="text"
      toolbar={
        <WordSelect<string | null>
          allowClear
          aria-label="按督查"
          placeholder="全部督查和平时发现的"
          style={{ width: 420 }}
          value={campaignUid}
          options={campaigns.map(({ uid, title }) => ({ value: uid, label: title }))}
          onChange={(uid) => setCampaignUid(uid ?? null)}
        />
      }
    >
      <QueryView query={useFindingResults(campaignUid)}>
        {(results) =>
          results.total.found === 0 ? <EmptyState text="还没有登记过问题。" /> : <Results results={results} />
        }
      </QueryView>
    </PageFrame>
  );
}

function Results({ results: { byCounty, byTrade, total, repeated } }: { results: FindingResults }) {
  return (
    <div className={styles.results}>
      <ResultTable title="按区县" heading="县(市、区)" rows={byCounty} total={total} />
      <ResultTable title="按行业" heading="行业" rows={byTrade} total={total} />
      {repeated.length > 0 && (
        <section>
          <h2>多次发现问题的场所</h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">场所</th>
                <th scope="col">县(市、区)</th>
                <th scope="col">发现(处)</th>
                <th scope="col">未销号(处)</th>
              </tr>
            </thead>
            <tbody>
              {repeated.map(({ place, countyName, found, open }) => (
                <tr key={`${countyName} ${place}`}>
                  <td>{place}</td>
                  <td>{countyName}</td>
                  <td>{found}</td>
                  <td>{open}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

interface ResultTableProps {
  title: string;
  heading: string;
  rows: readonly ResultRow[];
  total: ResultRow;
}

function ResultTable({ title, heading, rows, total }: ResultTableProps) {
  return (
    <section>
      <h2>{title}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">发现(处)</th>
            <th scope="col">其中重大</th>
            <th scope="col">已整改</th>
            <th scope="col">逾期</th>
            <th scope="col">整改率</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ResultLine key={row.name} row={row} />
          ))}
        </tbody>
        <tfoot>
          <ResultLine row={total} />
        </tfoot>
      </table>
    </section>
  );
}

function ResultLine({ row }: { row: ResultRow }) {
  const { name, found, major, rectified, overdue } = row;
  // The more was put right, the deeper the green.
  const depth = found === 0 ? 0 : Math.round((rectified / found) * 40);
  return (
    <tr>
      <td>{name}</td>
      <td>{found}</td>
      <td>{major}</td>
      <td>{rectified}</td>
      <td>{overdue}</td>
      <td style={{ background: `rgb(47 125 50 / ${depth}%)` }}>{shareText(rectified, found)}</td>
    </tr>
  );
}
