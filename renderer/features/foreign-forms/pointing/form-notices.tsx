import { Alert, Button } from 'antd';
import type { FormLayout } from '#shared/rules/foreign-forms/layout.ts';
import type { Misfit } from '#shared/rules/foreign-forms/fit.ts';
import styles from './pointing.module.css';

interface FormNoticesProps {
  layout: FormLayout;
  misfits: readonly Misfit[];
  /** The clerk has looked at them: the places are right as they are. */
  onAccept: () => void;
}

/** What the clerk should know of a form: what was pointed at and does not fit it, and what is carried along in it. */
export function FormNotices({ layout, misfits, onAccept }: FormNoticesProps) {
  const carried = carriedIn(layout);
  return (
    <>
      {misfits.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`表格改过了，有 ${misfits.length} 处和原来指定的对不上`}
          description={
            <ul className={styles.misfits}>
              {misfits.map(({ sheet, place, text }) => (
                <li key={`${sheet} ${place} ${text}`}>
                  {sheet}：{text}
                </li>
              ))}
            </ul>
          }
          action={<Button onClick={onAccept}>位置都对，照现在的填</Button>}
        />
      )}
      {carried !== '' && (
        <Alert type="info" showIcon title={`表里有${carried}：原样保留，程序不运行也不打开。`} />
      )}
    </>
  );
}

function carriedIn({ contains: { macros, externalLinks, embeddedObjects } }: FormLayout): string {
  const parts = [macros ? '宏' : '', externalLinks ? '外部链接' : '', embeddedObjects ? '嵌入的对象' : ''];
  return parts.filter((part) => part !== '').join('、');
}
