import { Link } from 'wouter';
import type { ResultScope } from '#shared/contract/finding-results.ts';
import { taskStatusNames } from '#shared/rules/tasks/model.ts';
import { useRepeatedFindings } from '../use-findings.ts';
import styles from './results.module.css';

/** 重复出现的问题: the same question or article found again at the same place. */
export function RepeatedList({ scope }: { scope: ResultScope }) {
  const repeated = useRepeatedFindings(scope);
  if (repeated === undefined || repeated.rows.length === 0) return null;
  return (
    <section className={styles.whole}>
      <h2>
        重复出现的问题
        <span className={styles.hint}>
          同一场所又在同一检查内容或同一条款上发现问题
          {repeated.isMore && `；这里是最近的 ${repeated.rows.length} 处`}
        </span>
      </h2>
      <table className={styles.words} aria-label="重复出现的问题">
        <thead>
          <tr>
            <th scope="col">场所</th>
            <th scope="col">县(市、区)</th>
            <th scope="col">这一次发现</th>
            <th scope="col">状态</th>
            <th scope="col">上一次发现</th>
          </tr>
        </thead>
        <tbody>
          {repeated.rows.map(({ uid, place, countyName, what, foundOn, status, earlier }) => (
            <tr key={uid}>
              <th scope="row">{place}</th>
              <td>{countyName}</td>
              <td>
                <Found uid={uid} what={what} day={foundOn} />
              </td>
              <td>{taskStatusNames[status]}</td>
              <td>
                <Found uid={earlier.uid} what={earlier.what} day={earlier.foundOn} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Found({ uid, what, day }: { uid: string; what: string; day: string }) {
  return (
    <>
      <Link href={`/findings/${uid}`}>{what}</Link> <span className={styles.grey}>{day}</span>
    </>
  );
}
