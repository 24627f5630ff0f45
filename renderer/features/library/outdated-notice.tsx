import WarningOutlined from '@ant-design/icons/WarningOutlined';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Popover } from 'antd';
import { Link } from 'wouter';
import type { OutdatedCitation } from '#shared/contract/library.ts';
import { standingNames } from '#shared/rules/library/model.ts';
import { api } from '#renderer/app/client.ts';
import styles from './library.module.css';
import { libraryTables } from './words.ts';

/** Warns on the page of a checklist of what it rests on although it no longer counts. @param path of that page */
export function OutdatedNotice({ path }: { path: string }) {
  const outdated = useOutdated(path);
  if (outdated.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.notice ?? ''}
      title={ADVICE}
      description={<OutdatedList outdated={outdated} />}
    />
  );
}

/** The same where there is room for a button only, as in the toolbar of a scheme. */
export function OutdatedButton({ path }: { path: string }) {
  const outdated = useOutdated(path);
  if (outdated.length === 0) return null;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={ADVICE}
      content={<OutdatedList outdated={outdated} />}
      styles={{ root: { maxWidth: 560 } }}
    >
      <Button icon={<WarningOutlined aria-hidden />}>引用失效文件 {outdated.length} 份</Button>
    </Popover>
  );
}

const ADVICE = '这里还引用着失效的文件，请核对后改引现行的：';

function useOutdated(path: string): readonly OutdatedCitation[] {
  const { data = [] } = useQuery(
    api.library.outdated.queryOptions({ input: { path }, meta: { tables: libraryTables } }),
  );
  return data;
}

function OutdatedList({ outdated }: { outdated: readonly OutdatedCitation[] }) {
  return (
    <ul className={styles.places}>
      {outdated.map((cited) => (
        <li key={cited.uid}>
          <OutdatedLine cited={cited} />
        </li>
      ))}
    </ul>
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
