import { Button } from 'antd';
import type { CampaignDetail, CampaignTarget } from '#shared/contract/campaigns.ts';
import styles from '../campaigns.module.css';
import { TargetActions } from './target-actions.tsx';

interface TargetBulkBarProps {
  campaign: CampaignDetail;
  targets: readonly CampaignTarget[];
  onDone: () => void;
}

/** Stands in the place of the filters while rows are chosen, so that nothing moves. */
export function TargetBulkBar({ campaign, targets, onDone }: TargetBulkBarProps) {
  return (
    <div className={styles.bulk} role="toolbar" aria-label="对选中的对象">
      <span>已选 {targets.length} 个</span>
      <TargetActions campaign={campaign} targets={targets} onDone={onDone} />
      <Button type="text" onClick={onDone}>
        取消选择
      </Button>
    </div>
  );
}
