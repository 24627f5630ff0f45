import { Alert, Button } from 'antd';
import { useLocation } from 'wouter';
import type { DrawingNeed } from '#shared/rules/campaigns/standing.ts';
import styles from './schedules.module.css';

interface DrawingHintProps {
  campaignUid: string;
  need: DrawingNeed;
}

const words: Readonly<Record<DrawingNeed, { text: string; verb: string }>> = {
  undrawn: { text: '定了抽查规则还没有抽取，抽到的对象要采用以后才排进日程。', verb: '去抽取' },
  undecided: { text: '抽取结果还没有采用，抽到的对象不在日程里。', verb: '看抽取结果' },
};

/** A schedule without what is still to be drawn is not the whole schedule. */
export function DrawingHint({ campaignUid, need }: DrawingHintProps) {
  const [, navigate] = useLocation();
  const { text, verb } = words[need];
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.hint ?? ''}
      title={text}
      action={
        <Button size="small" onClick={() => navigate(`/campaigns/${campaignUid}/drawing`)}>
          {verb}
        </Button>
      }
    />
  );
}
