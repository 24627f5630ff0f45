import type { PackCounts, PackHeader } from '#shared/rules/exchange/model.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { fullInstant } from '#renderer/ui/instants.ts';
import { tableLabel } from '#shared/rules/history/labels.ts';
import { DialogTable } from '#renderer/ui/dialog-table.tsx';
import styles from '../exchange.module.css';

/** From where, when, what, of whom. */
export function PackFacts({ header, isNothing }: { header: PackHeader; isNothing: boolean }) {
  const { office, madeBy, madeAt, topics, organizations, period, rows, files } = header;
  return (
    <FactList
      facts={[
        ['从哪里来', `${office}　${madeBy}`],
        ['制作时间', fullInstant(madeAt)],
        ['内容', [...topics, ...(period === '' ? [] : [period])].join('、')],
        ['机构', organizations.length === 0 ? '全部' : organizations.join('、')],
        ['数量', `${rows} 条，附件 ${files} 个`],
        ['核对结果', isNothing ? '和这里的一样，或者这里的更新，没有要合并的' : ''],
      ]}
    />
  );
}

/** What would happen to each table. */
export function PackCountsTable({ counts }: { counts: readonly PackCounts[] }) {
  const shown = counts.filter(({ adds, changes, conflicts }) => adds + changes + conflicts > 0);
  if (shown.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>合并会做什么</h3>
      <DialogTable
        heads={['内容']}
        numberHeads={['新增(条)', '包里较新(格)', '两边都改过(格)', '不变(条)']}
        most={300}
      >
        {shown.map(({ table, adds, changes, conflicts, same }) => (
          <tr key={table}>
            <th scope="row">{tableLabel(table)}</th>
            <td data-number="">{adds}</td>
            <td data-number="">{changes}</td>
            <td data-number="">{conflicts}</td>
            <td data-number="">{same}</td>
          </tr>
        ))}
      </DialogTable>
    </>
  );
}
