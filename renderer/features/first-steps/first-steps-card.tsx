import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import { Button } from 'antd';
import { Link } from 'wouter';
import { useVisiblePages } from '#renderer/app/shell/current-page.ts';
import { hrefOf } from '#renderer/app/page-entry.ts';
import { useRight } from '#renderer/app/session.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import styles from './first-steps.module.css';
import { stepWords } from './steps.ts';
import { useFirstSteps, useSetStepsClosed } from './use-first-steps.ts';

/** The list of first steps (开始指引): ticked by what the data hold, put away for good when nobody wants it. */
export function FirstStepsCard() {
  const maySetUp = useRight('editOrganizations');
  const { data } = useFirstSteps(maySetUp);
  const setClosed = useSetStepsClosed();
  const pages = new Set(useVisiblePages().map(hrefOf));
  if (!maySetUp || data === undefined || data.closed) return null;

  const steps = data.steps.filter(({ key }) => pages.has(stepWords[key].href));
  const left = steps.filter(({ done }) => !done).length;
  return (
    <Sheet
      title={left === 0 ? '开始指引：都做完了' : `开始指引：还有 ${left} 步`}
      extra={
        <Button
          size="small"
          title="以后在右上角的“帮助”里可以再打开"
          loading={setClosed.running}
          onClick={() => void setClosed.run({ closed: true })}
        >
          收起指引
        </Button>
      }
    >
      <ol className={styles.steps}>
        {steps.map(({ key, done }) => (
          <li key={key} data-done={done}>
            {done ? <CheckCircleFilled aria-hidden /> : <span className={styles.open} aria-hidden="true" />}
            <Link href={stepWords[key].href}>{stepWords[key].title}</Link>
            <span className={styles.text}>{done ? '已完成' : stepWords[key].text}</span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
