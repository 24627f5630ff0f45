import type { SweptCounts, SweptShare } from '#shared/contract/finding-results.ts';
import { Link } from 'wouter';
import { shareText } from '#shared/rules/campaigns/words.ts';
import { targetsState } from '../../campaigns/index.ts';
import styles from './results.module.css';

interface SweptTableProps {
  campaignUid: string;
  swept: SweptShare;
}

/** 逐一督查: how much of the ledger has been visited, of the kinds that are to be visited one by one. */
export function SweptTable({ campaignUid, swept: { kinds, rows, total } }: SweptTableProps) {
  return (
    <section>
      <h2>
        逐一督查
        <span className={styles.hint}>已查/在册；列入的少于在册时另外写出</span>
      </h2>
      <table className={styles.table} aria-label="逐一督查">
        <thead>
          <tr>
            <th scope="col">县(市、区)</th>
            {kinds.map(({ uid, name }) => (
              <th key={uid} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ countyUid, name, counts }) => (
            <tr key={countyUid}>
              <th scope="row">{name}</th>
              {counts.map((count, index) => (
                <td key={kinds[index]?.uid}>
                  <Swept
                    counts={count}
                    campaignUid={campaignUid}
                    asked={{ countyUid, kindUid: kinds[index]?.uid ?? null }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            {total.map((count, index) => (
              <td key={kinds[index]?.uid}>
                <Swept
                  counts={count}
                  campaignUid={campaignUid}
                  asked={{ countyUid: null, kindUid: kinds[index]?.uid ?? null }}
                />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface SweptProps {
  counts: SweptCounts;
  campaignUid: string;
  asked: { countyUid: string | null; kindUid: string | null };
}

function Swept({ counts: { sites, listed, visited }, campaignUid, asked }: SweptProps) {
  if (sites === 0) return <span className={styles.grey}>—</span>;
  return (
    <>
      {visited === 0 ? (
        0
      ) : (
        <Link href={`/campaigns/${campaignUid}/targets`} state={targetsState({ view: 'visited', ...asked })}>
          {visited}
        </Link>
      )}
      /{sites}{' '}
      <span className={styles.grey}>
        {shareText(visited, sites)}
        {listed < sites && `，列入 ${listed}`}
      </span>
    </>
  );
}
