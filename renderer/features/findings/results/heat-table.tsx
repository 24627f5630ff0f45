import { Segmented } from 'antd';
import { Link } from 'wouter';
import type { FindingResults, ResultScope } from '#shared/contract/finding-results.ts';
import { shareText } from '#shared/rules/campaigns/words.ts';
import type { ResultCounts } from '#shared/rules/findings/add-up.ts';
import {
  heatColour,
  heatMeasureNames,
  heatMeasures,
  type HeatMeasure,
  mostOf,
} from '#shared/rules/findings/heat.ts';
import { oneOf, useRemembered } from '#renderer/ui/remembered.ts';
import { countedState, ofCounty, ofTrade } from './counted-links.ts';
import styles from './results.module.css';

const measureOf = oneOf('findings.heatMeasure', heatMeasures, 'found');

interface HeatTableProps {
  scope: ResultScope;
  results: FindingResults;
}

/** Counties by trades: the colour says the same as the number in it. */
export function HeatTable({ scope, results: { byCounty, byTrade, cells } }: HeatTableProps) {
  const [measure, setMeasure] = useRemembered(measureOf);
  const most = mostOf(cells);
  return (
    <section className={styles.whole}>
      <h2>
        区县和行业
        <Segmented<HeatMeasure>
          size="small"
          aria-label="颜色和数字"
          value={measure}
          onChange={setMeasure}
          options={heatMeasures.map((value) => ({ value, label: heatMeasureNames[value] }))}
        />
      </h2>
      <div className={styles.wide}>
        <table className={styles.heat} aria-label="区县和行业">
          <thead>
            <tr>
              <th scope="col">县(市、区)</th>
              {byTrade.map(({ uid, name }) => (
                <th key={uid ?? ''} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byCounty.map((county, index) => (
              <tr key={county.uid ?? ''}>
                <th scope="row">{county.name}</th>
                {byTrade.map((trade, place) => (
                  <Cell
                    key={trade.uid ?? ''}
                    counts={cells[index]?.[place] ?? null}
                    measure={measure}
                    most={most}
                    name={`${county.name}，${trade.name}`}
                    state={countedState(scope, { ...ofCounty(county.uid), ...ofTrade(trade.uid) }, 'found')}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface CellProps {
  counts: ResultCounts | null;
  measure: HeatMeasure;
  most: number;
  name: string;
  state: ReturnType<typeof countedState>;
}

function Cell({ counts, measure, most, name, state }: CellProps) {
  if (counts === null) return <td aria-label={`${name}：没有发现问题`} />;
  const { found, rectified } = counts;
  const rate = shareText(rectified, found);
  const words = `${name}：发现 ${found} 处，已整改 ${rectified} 处，整改率 ${rate}`;
  return (
    <td style={{ background: `#${heatColour(counts, measure, most)}` }}>
      <Link href="/findings" state={state} aria-label={words} title={words}>
        {measure === 'found' ? found : rate}
      </Link>
    </td>
  );
}
