import { Alert } from 'antd';
import { partFolder } from '#shared/rules/archive/names.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { Waiting } from '#renderer/ui/waiting.tsx';
import styles from './archive.module.css';
import { useSurvey } from './use-archive.ts';

/** What an archive of the year would hold, folder by folder, and what is not finished yet. */
export function YearContent({ year }: { year: number }) {
  const survey = useSurvey(year);
  if (survey.status === 'failed')
    return <Alert type="warning" showIcon title="没有统计出来" description={survey.problem} />;
  if (survey.status === 'running') return <Waiting />;
  const { parts, warnings } = survey.result;
  return (
    <>
      {warnings.length > 0 && (
        <Alert
          className={styles.warnings ?? ''}
          type="warning"
          showIcon
          title="现在也可以归档，下面这些会写进目录："
          description={
            <ul className={styles.list}>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          }
        />
      )}
      <Sheet title={`${year} 年的内容`}>
        <ol className={styles.parts}>
          {parts.map(({ key, name, unit, count }, place) => (
            <li key={key} className={count === 0 ? styles.none : ''}>
              <span>{partFolder(place, name)}</span>
              <span>{count === 0 ? '没有' : `${count} ${unit}`}</span>
            </li>
          ))}
        </ol>
      </Sheet>
    </>
  );
}
