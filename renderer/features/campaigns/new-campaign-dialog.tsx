import { Form, Input } from 'antd';
import { useState } from 'react';
import type { CampaignChoices, NewCampaign } from '#shared/contract/campaigns.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import styles from './campaigns.module.css';
import { AnnouncedItem, UnannouncedHint } from './secrecy/announced-choice.tsx';
import { campaignLabels } from './words.ts';

interface NewCampaignDialogProps {
  choices: CampaignChoices;
  onAdded: (uid: string, isAnnounced: boolean) => void;
  onClose: () => void;
}

/** The kind in season with its title and days; everything else has its usual value and is changed on the page. */
export function NewCampaignDialog({ choices, onAdded, onClose }: NewCampaignDialogProps) {
  const [form] = Form.useForm<NewCampaign>();
  const add = useOperation(client.campaigns.add, {
    success: (_, { title }) => `已新增“${title}”`,
    undoable: true,
  });
  const isAnnounced = Form.useWatch('announced', form) ?? true;
  const [proposed, setProposed] = useState(() => proposalOf(choices, choices.kindUid));

  /** Another kind brings its own title and days, where they were not touched. */
  function propose(kindUid: string): void {
    const next = proposalOf(choices, kindUid);
    const typed = form.getFieldsValue();
    for (const field of ['title', 'firstDay', 'lastDay'] as const)
      if (typed[field] === proposed[field]) form.setFieldValue(field, next[field]);
    setProposed(next);
  }

  async function submit(values: NewCampaign): Promise<void> {
    const outcome = await add.run(values);
    if (outcome.done) onAdded(outcome.value.uid, values.announced);
  }

  return (
    <FormDialog<NewCampaign>
      title="新增专项督查"
      verb="新增"
      form={form}
      busy={add.running}
      initialValues={{
        ...proposed,
        ...(choices.kindUid === null ? {} : { kindUid: choices.kindUid }),
        document: '',
        announced: true,
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={campaignLabels.title}
        rules={[{ required: true, whitespace: true, message: '请填写督查名称' }]}
      >
        <FirstField maxLength={100} autoComplete="off" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item
          name="kindUid"
          label={campaignLabels.kindUid}
          className={styles.wide ?? ''}
          rules={[{ required: true, message: '请选择类型' }]}
        >
          <WordSelect<string>
            options={choices.kinds.map(({ uid, name }) => ({ value: uid, label: name }))}
            onChange={propose}
          />
        </Form.Item>
        <AnnouncedItem />
      </div>
      {!isAnnounced && <UnannouncedHint />}
      <DaysItems />
      <Form.Item name="document" label="来文依据(可不填)">
        <Input maxLength={200} autoComplete="off" placeholder="如 省消安办〔2026〕18号 关于开展…督查的通知" />
      </Form.Item>
      <p className={styles.hint}>
        督查范围先列全部区县，抽查规则和检查清单沿用最近一次督查，进去以后都可以改。
      </p>
    </FormDialog>
  );
}

function proposalOf({ kinds }: CampaignChoices, kindUid: string | null) {
  const none = { title: '', firstDay: '', lastDay: '' };
  return kinds.find(({ uid }) => uid === kindUid)?.proposal ?? none;
}

export function DaysItems() {
  return (
    <div className={styles.pair}>
      <Form.Item
        name="firstDay"
        label={campaignLabels.firstDay}
        rules={[{ required: true, message: '请选择开始日期' }]}
      >
        <DayField />
      </Form.Item>
      <Form.Item
        name="lastDay"
        label={campaignLabels.lastDay}
        dependencies={['firstDay']}
        rules={[
          { required: true, message: '请选择结束日期' },
          ({ getFieldValue }) => ({
            validator: (_, day: string | null) =>
              day !== null && day < (getFieldValue('firstDay') as string)
                ? Promise.reject(new Error('结束日期不能早于开始日期'))
                : Promise.resolve(),
          }),
        ]}
      >
        <DayField />
      </Form.Item>
    </div>
  );
}
