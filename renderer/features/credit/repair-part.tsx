import { Button } from 'antd';
import { useState } from 'react';
import type { CreditRepair } from '#shared/contract/credit.ts';
import { REPAIR_FILES } from '#shared/rules/credit/files.ts';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { type Fact, FactList } from '#renderer/ui/fact-list.tsx';
import { RepairDialog } from './dialogs/repair-dialog.tsx';
import styles from './credit.module.css';

interface RepairPartProps {
  repair: CreditRepair;
  mayEdit: boolean;
}

/** One application for repair: what was put right, its proof, its decision. */
export function RepairPart({ repair, mayEdit }: RepairPartProps) {
  const [deciding, setDeciding] = useState(false);
  const isOpen = repair.decidedOn === null;
  return (
    <section aria-label="信用修复">
      <FactList facts={factsOf(repair)} />
      <AttachmentList
        subject={{ kind: REPAIR_FILES, uid: repair.uid }}
        label="纠正失信行为的证明材料"
        mayEdit={mayEdit && isOpen}
      />
      {mayEdit && isOpen && (
        <div className={styles.steps}>
          <Button type="primary" onClick={() => setDeciding(true)}>
            登记修复决定
          </Button>
        </div>
      )}
      {deciding && <RepairDialog repair={repair} onClose={() => setDeciding(false)} />}
    </section>
  );
}

function factsOf({ appliedOn, text, decidedOn, isGranted, opinion, number }: CreditRepair): Fact[] {
  const decided = isGranted === true ? '准予修复' : '不予修复';
  return [
    ['修复申请', appliedOn],
    ['纠正情况', text],
    ['修复决定', decidedOn === null ? '' : [decidedOn, decided, number].filter(Boolean).join('，')],
    ['审查意见', opinion],
  ];
}
