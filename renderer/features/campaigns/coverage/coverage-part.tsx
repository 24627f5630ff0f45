import type { CampaignCoverage } from '#shared/contract/campaigns.ts';
import { shareText } from '#shared/rules/campaigns/words.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from '../campaigns.module.css';
import type { PartProps } from '../part-props.ts';
import { useCoverage } from '../use-campaigns.ts';

/** 区县覆盖: how much of the ledger is on the list, by county and kind. */
export function CoveragePart({ campaign }: PartProps) {
  return (
    <QueryView query={useCoverage(campaign.uid)}>
      {(coverage) => (
        <div className={styles.scroll}>
          <p className={styles.hint}>
            “12/30”是台账在册 30 家，列入 12 家。退出台账的两边都不算。逐一督查的类别用深色表头。
          </p>
          <CoverageTable coverage={coverage} />
        </div>
      )}
    </QueryView>
  );
}

function CoverageTable({ coverage }: { coverage: CampaignCoverage }) {
  const { counties, kinds, rows, total, sweepKindUids } = coverage;
  return (
    <table className={styles.grid} aria-label="区县覆盖">
      <thead>
        <tr>
          <th scope="col">县(市、区)</th>
          {kinds.map(({ uid, name }) => (
            <th key={uid} scope="col" data-swept={sweepKindUids.includes(uid)}>
              {name}
              {sweepKindUids.includes(uid) && '(逐一)'}
            </th>
          ))}
          <th scope="col">督查对象</th>
          <th scope="col">已督查</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Line key={row.countyUid} name={counties[index]?.name ?? ''} row={row} />
        ))}
      </tbody>
      <tfoot>
        <Line name="合计" row={total} />
      </tfoot>
    </table>
  );
}

function Line({ name, row }: { name: string; row: CampaignCoverage['total'] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {row.kinds.map(({ sites, listed }, index) => (
        <td key={`${index} kind`}>
          {sites === 0 ? (
            <span className={styles.grey}>—</span>
          ) : (
            <>
              {listed}/{sites} <span className={styles.grey}>{shareText(listed, sites)}</span>
            </>
          )}
        </td>
      ))}
      <td>{row.targets}</td>
      <td>
        {row.visited} <span className={styles.grey}>{shareText(row.visited, row.targets)}</span>
      </td>
    </tr>
  );
}
