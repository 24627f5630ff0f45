import { Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CampaignCoverage, CampaignDetail } from '#shared/contract/campaigns.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import styles from '../campaigns.module.css';
import { useCoverage, useSiteTerms } from '../use-campaigns.ts';

/** Which kinds are seen one by one. Run again it takes in what the ledger has got since. */
export function SweepDialog({ campaign, onClose }: { campaign: CampaignDetail; onClose: () => void }) {
  const terms = useSiteTerms();
  const coverage = useCoverage(campaign.uid).data;
  const [kindUids, setKindUids] = useState(() => campaign.sweepKinds.map(({ uid }) => uid));
  const [reason, setReason] = useState('');
  const dropped = campaign.sweepKinds.filter(({ uid }) => !kindUids.includes(uid));
  const sweep = useOperation(client.campaigns.sweep, {
    success: ({ added, removed }) =>
      removed === 0 ? `已列入 ${added} 个` : `已列入 ${added} 个，移出 ${removed} 个`,
    undoable: true,
  });

  async function submit(): Promise<void> {
    const outcome = await sweep.run({ uid: campaign.uid, kindUids, reason: reason.trim() });
    if (outcome.done) onClose();
  }

  return (
    <Modal
      open
      title="按类别逐一列入"
      okText="列入"
      cancelText="取消"
      confirmLoading={sweep.running}
      mask={{ closable: false }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p className={styles.hint}>
        选中类别的重点单位，只要在督查的区县和行业里、还在台账上，全部列为督查对象。台账以后有增减，再列入一次就补齐。
      </p>
      <Checkbox.Group
        className={styles.checks ?? ''}
        value={kindUids}
        options={(terms?.kinds ?? []).map(({ uid, name }) => ({
          value: uid,
          label: `${name}${countText(coverage, uid)}`,
        }))}
        onChange={setKindUids}
      />
      {campaign.status === 'underWay' && (
        <Form layout="vertical">
          <Form.Item
            label={dropped.length > 0 ? '移出的原因' : '有对象要移出时的原因(可不填)'}
            className={styles.last ?? ''}
          >
            <Input.TextArea
              rows={2}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}

/** How many the ledger has in the counties and trades of the campaign. */
function countText(coverage: CampaignCoverage | undefined, uid: string): string {
  const index = coverage?.kinds.findIndex((kind) => kind.uid === uid) ?? -1;
  const share = coverage?.total.kinds[index];
  return share === undefined ? '' : `(在册 ${share.sites} 家，已列入 ${share.listed} 家)`;
}
