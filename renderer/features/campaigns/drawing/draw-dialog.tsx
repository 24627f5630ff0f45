import { Form, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import type { CampaignDetail } from '#shared/contract/campaigns.ts';
import { MOST_SEED } from '#shared/rules/campaigns/draw.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../campaigns.module.css';
import { useDrawingPreview } from '../use-campaigns.ts';

interface DrawDialogProps {
  campaign: CampaignDetail;
  /** Any other needs a reason. */
  isFirst: boolean;
  onClose: () => void;
}

interface Values {
  seed: number | null;
  reason: string;
}

/** The pools are frozen first, then the seed is taken. */
export function DrawDialog({ campaign, isFirst, onClose }: DrawDialogProps) {
  const preview = useDrawingPreview(campaign.uid);
  const [isGiven, setIsGiven] = useState(false);
  const draw = useOperation(client.campaigns.draw, { success: '已抽取，请看结果' });

  async function submit({ seed, reason }: Values): Promise<void> {
    const fingerprint = preview.data?.fingerprint ?? '';
    const outcome = await draw.run({
      uid: campaign.uid,
      seed: isGiven ? seed : null,
      reason: isFirst ? '' : reason,
      fingerprint,
    });
    if (outcome.done) onClose();
    else void preview.refetch();
  }

  return (
    <FormDialog<Values>
      title={isFirst ? '抽取督查对象' : '重新抽取督查对象'}
      verb="抽取"
      busy={draw.running || preview.data === undefined}
      initialValues={{ seed: null, reason: '' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p>
        从 {preview.data?.poolCount ?? '…'} 个备选里抽取，范围校验码 {preview.data?.fingerprint ?? '…'}
        。范围、规则和种子相同，谁来抽结果都一样。
      </p>
      {!isFirst && (
        <Form.Item
          name="reason"
          label="重新抽取的原因"
          extra="上一次的种子和结果留在记录里。"
          rules={[{ required: true, whitespace: true, message: '请填写重新抽取的原因' }]}
        >
          <FirstText maxLength={500} />
        </Form.Item>
      )}
      <Form.Item label="随机种子" className={styles.last ?? ''}>
        <Segmented<boolean>
          aria-label="随机种子"
          value={isGiven}
          onChange={setIsGiven}
          options={[
            { value: false, label: '由程序随机产生' },
            { value: true, label: '当场商定一个数' },
          ]}
        />
      </Form.Item>
      {isGiven && (
        <Form.Item name="seed" label="商定的数" rules={[{ required: true, message: '请填写种子' }]}>
          <InputNumber min={0} max={MOST_SEED} precision={0} className={styles.filter ?? ''} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
