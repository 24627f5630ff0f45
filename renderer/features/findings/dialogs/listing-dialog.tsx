import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { addDays, localDay } from '#shared/calendar/days.ts';
import type { FindingRow } from '#shared/contract/findings.ts';
import type { ListedLevel } from '#shared/contract/listed-supervision.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../findings.module.css';
import { titleOf } from './title.ts';

interface Values {
  level: ListedLevel;
  listedOn: string;
  dueOn: string;
  leader: string;
  supervisingUnit: string;
}

interface ListingDialogProps {
  findings: readonly FindingRow[];
  onDone: () => void;
  onClose: () => void;
}

const TERM_DAYS = 90;
const levelOptions: { value: ListedLevel; label: string }[] = [
  { value: 'city', label: '市级' },
  { value: 'county', label: '县级' },
  { value: 'province', label: '省级' },
];

/** 挂牌督办 of the place with what was found there; everything else stands on its page. */
export function ListingDialog({ findings, onDone, onClose }: ListingDialogProps) {
  const list = useOperation(client.findings.putUnderListing, { success: '已挂牌督办', undoable: true });
  const [today] = useState(() => localDay(Date.now()));

  async function submit(values: Values): Promise<void> {
    if ((await list.run({ uids: findings.map(({ uid }) => uid), ...values })).done) onDone();
  }

  return (
    <FormDialog<Values>
      title="挂牌督办"
      verb="挂牌"
      busy={list.running}
      initialValues={{
        level: 'city',
        listedOn: today,
        dueOn: addDays(today, TERM_DAYS),
        leader: '',
        supervisingUnit: '',
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>{titleOf(findings)}</p>
      <div className={styles.pair}>
        <Form.Item name="level" label="级别">
          <Select options={levelOptions} style={{ width: 100 }} />
        </Form.Item>
        <Form.Item name="listedOn" label="挂牌日期">
          <DayField />
        </Form.Item>
        <Form.Item
          name="dueOn"
          label="整改期限"
          dependencies={['listedOn']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, day: string) =>
                day < (getFieldValue('listedOn') as string)
                  ? Promise.reject(new Error('整改期限不能早于挂牌日期'))
                  : Promise.resolve(),
            }),
          ]}
        >
          <DayField />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="leader" label="包案领导(可不填)" className={styles.wide ?? ''}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="supervisingUnit" label="督办单位(可不填)" className={styles.wide ?? ''}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </div>
      <p className={styles.hint}>
        责任单位、地址、隐患和整改措施取自问题和台账，挂牌后可在“挂牌督办”里修改。
      </p>
    </FormDialog>
  );
}
