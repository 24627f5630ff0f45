import type { Drawing } from '#shared/contract/campaigns.ts';
import { fullInstant } from '#renderer/ui/instants.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import styles from '../campaigns.module.css';
import { RecordButton } from './record-button.tsx';

/** Drawings that were given up, each with what it had drawn. */
export function EarlierDrawings({ drawings }: { drawings: readonly Drawing[] }) {
  if (drawings.length === 0) return null;
  return (
    <Sheet title="已作废的抽取">
      <table className={styles.grid} aria-label="已作废的抽取">
        <thead>
          <tr>
            <th scope="col">次数</th>
            <th scope="col">抽取时间</th>
            <th scope="col">抽取人</th>
            <th scope="col">种子</th>
            <th scope="col">作废原因</th>
            <th scope="col" aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {drawings.map((drawing) => (
            <tr key={drawing.uid}>
              <th scope="row">第 {drawing.number} 次</th>
              <td>{fullInstant(drawing.at)}</td>
              <td>{drawing.userName}</td>
              <td>{drawing.seed}</td>
              <td>{drawing.discardReason}</td>
              <td>
                <RecordButton drawing={drawing} isSmall />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
