import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import { RepeatedPassword } from '#renderer/ui/repeated-password.tsx';
import { useState } from 'react';
import { filePassword } from '#shared/contract/fields.ts';
import { leftBehind, packTopics } from '#shared/rules/exchange/topics.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import styles from './exchange.module.css';

interface Values {
  topics: string[];
  organizationUids?: string[];
  periodUid?: string;
  withFiles: boolean;
  password?: string;
  repeated?: string;
}

const usual: Partial<Values> = { topics: ['sites', 'ledgers', 'tasks'], withFiles: true };

/** What goes into a pack, of whom, and the password that opens it. */
export function MakeDialog({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const topics = Form.useWatch('topics', form) ?? usual.topics ?? [];
  const hasScores = topics.includes('scores');
  const periods = useQuery(api.exchange.periods.queryOptions({ meta: { tables: ['assessment_period'] } }));
  const [jobUid, setJobUid] = useState<string | null>(null);
  const make = useOperation(client.exchange.make, { isSave: false, repeat: false });

  async function submit(values: Values): Promise<void> {
    const outcome = await make.run({
      topics: values.topics,
      organizationUids: values.organizationUids ?? [],
      periodUid: values.topics.includes('scores') ? (values.periodUid ?? null) : null,
      withFiles: values.withFiles,
      password: values.password ?? '',
    });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  if (jobUid !== null) return <JobDialog uid={jobUid} onClose={onClose} />;
  return (
    <FormDialog<Values>
      title="制作数据包"
      verb="制作"
      busy={make.running}
      form={form}
      initialValues={usual}
      width={760}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="topics"
        label="装什么"
        extra={`不在包里的：${leftBehind.map(({ name }) => name).join('、')}；没有公开的暗访和由它来的任务、扣分。要全部带走，用“导出全部数据”。`}
        rules={[{ required: true, message: '请选择要装的内容' }]}
      >
        <Checkbox.Group className={styles.topics ?? ''}>
          {packTopics.map(({ key, name, words }) => (
            <Checkbox key={key} value={key}>
              {name}
              <span className={styles.topicWords}>{words}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      <div className={hasScores ? styles.halves : ''}>
        {hasScores && (
          <Form.Item
            name="periodUid"
            label="考核周期"
            rules={[{ required: true, message: '请选择考核周期' }]}
          >
            <Select
              placeholder="选择一个周期"
              options={(periods.data ?? []).map(({ uid, title }) => ({ value: uid, label: title }))}
            />
          </Form.Item>
        )}
        <Form.Item
          name="organizationUids"
          label="哪些机构的"
          extra="选区县就连同它的乡镇、街道和村；不选就是全部。"
        >
          <OrganizationSelect
            aria-label="机构"
            multiple
            levels={['county', 'township', 'village', 'memberUnit']}
            placeholder="全部；或输入名称、拼音首字母选几个"
          />
        </Form.Item>
      </div>
      <Form.Item name="withFiles" valuePropName="checked">
        <Checkbox>连同附件和照片</Checkbox>
      </Form.Item>
      <div className={styles.halves}>
        <Form.Item
          name="password"
          label="密码"
          extra={`至少 ${filePassword.least} 个字。合并时要输入，请另外告诉对方；忘了就只能重做一份。`}
          rules={[
            { required: true, min: filePassword.least, message: `请设至少 ${filePassword.least} 个字的密码` },
          ]}
        >
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
        <RepeatedPassword most={200} />
      </div>
    </FormDialog>
  );
}
