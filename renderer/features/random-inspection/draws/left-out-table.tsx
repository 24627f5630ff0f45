import type { LeftOut } from '#shared/rules/random-inspection/pool.ts';
import styles from '../random.module.css';

const MOST_SHOWN = 200;

/** Everybody who is not in the pool, each with the reason. */
export function LeftOutTable({ leftOut }: { leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return <p className={styles.hint}>没有被排除的对象和人员。</p>;
  return (
    <>
      <h3>没有参加抽取的({leftOut.length})</h3>
      <table className={styles.plain}>
        <thead>
          <tr>
            <th>种类</th>
            <th>名称</th>
            <th>原因</th>
          </tr>
        </thead>
        <tbody>
          {leftOut.slice(0, MOST_SHOWN).map(({ key, kind, name, reason }) => (
            <tr key={key}>
              <td style={{ whiteSpace: 'nowrap' }}>{kind === 'object' ? '对象' : '人员'}</td>
              <td>{name}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {leftOut.length > MOST_SHOWN && (
        <p className={styles.hint}>这里显示前 {MOST_SHOWN} 个，全部请看导出的名单和证书文件。</p>
      )}
    </>
  );
}
