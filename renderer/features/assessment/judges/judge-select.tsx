import { Select } from 'antd';
import type { Judge } from '#shared/contract/assessment.ts';
import styles from '../period/period-page.module.css';

interface JudgeSelectProps {
  judges: readonly Judge[];
  judge: Judge | null;
  onChoose: (judgeUid: string | null) => void;
}

/** The select knows texts only. */
const ALL = 'all';

/** Whose scores are shown: one judge's, or what all come to. */
export function JudgeSelect({ judges, judge, onChoose }: JudgeSelectProps) {
  return (
    <Select
      aria-label="评委"
      className={styles.judge ?? ''}
      value={judge?.uid ?? ALL}
      options={[
        { value: ALL, label: '评委合成的分' },
        ...judges.map(({ uid, name }) => ({ value: uid, label: `评委 ${name}` })),
      ]}
      onChange={(value) => onChoose(value === ALL ? null : value)}
    />
  );
}
