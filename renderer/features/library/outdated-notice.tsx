import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'wouter';
import type { OutdatedCitation } from '#shared/contract/library.ts';
import { standingNames } from '#shared/rules/library/model.ts';
import { api } from '#renderer/app/client.ts';
import styles from './library.module.css';
import { libraryTables } from './words.ts';

/** Warns on the page of a checklist or a scheme of what it rests on although it no longer counts. @param path of it */
export function OutdatedNotice({ path }: { path: string }) {
  const { data = [] } = useQuery(
    api.library.outdated.queryOptions({ input: { path }, meta: { tables: libraryTables } }),
  );
  if (data.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.notice ?? ''}
      title="这里还引用着失效的文件，请核对后改引现行的："
      description={
        <ul className={styles.places}>
          {data.map((cited) => (
            <li key={cited.uid}>
              <OutdatedLine cited={cited} />
            </li>
          ))}
        </ul>
      }
    />
  );
}

function OutdatedLine({ cited: { uid, title, standing, replacedBy, places } }: { cited: OutdatedCitation }) {
  const names = places.map(({ name }) => name.slice(name.indexOf('：') + 1));
  return (
    <>
      <Link href={`/library/${uid}`}>《{title}》</Link>
      {standingNames[standing]}
      {replacedBy !== null && (
        <>
          ，现行的是<Link href={`/library/${replacedBy.uid}`}>《{replacedBy.title}》</Link>
        </>
      )}
      ：引用 {places.length} 处（{names.slice(0, 3).join('；')}
      {names.length > 3 && ' 等'}）
    </>
  );
}
