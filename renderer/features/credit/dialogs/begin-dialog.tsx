import { Checkbox, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { CreditEvent, EnterpriseDetail } from '#shared/contract/credit.ts';
import { localDay, paperDay } from '#shared/calendar/days.ts';
import { creditLevelNames, type DiscreditLevel, discreditLevels } from '#shared/rules/credit/levels.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../credit.module.css';

interface Values {
  level: DiscreditLevel;
  day: string;
  eventUids: string[];
  reason: string;
}

interface BeginDialogProps {
  enterprise: EnterpriseDetail;
  /** Events upon which no decision was begun. */
  events: readonly CreditEvent[];
  onClose: () => void;
}

/** 拟认定: upon which events, to which level; the facts are written from them. */
export function BeginDialog({ enterprise, events, onClose }: BeginDialogProps) {
  const [today] = useState(() => localDay(Date.now()));
  const begin = useOperation(client.credit.beginDecision, {
    success: '已拟认定，请事先告知',
    undoable: true,
  });

  async function submit(values: Values): Promise<void> {
    const outcome = await begin.run({ enterpriseUid: enterprise.uid, ...values });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`拟认定失信：${enterprise.name}`}
      verb="拟认定"
      width={640}
      busy={begin.running}
      initialValues={{
        level: enterprise.rating.proposal ?? 'ordinary',
        day: today,
        eventUids: events.map(({ uid }) => uid),
        reason: events.map(factOf).join('；'),
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item name="level" label="等次">
          <Segmented
            aria-label="等次"
            options={discreditLevels.map((value) => ({ value, label: creditLevelNames[value] }))}
          />
        </Form.Item>
        <Form.Item name="day" label="拟认定日期">
          <DayField />
        </Form.Item>
      </div>
      <Form.Item
        name="eventUids"
        label="据以认定的事项"
        rules={[{ required: true, type: 'array', message: '请至少选择一项' }]}
      >
        <Checkbox.Group
          style={{ flexDirection: 'column' }}
          options={events.map(({ uid, day, kindName }) => ({ value: uid, label: `${day} ${kindName}` }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label="失信事实(写入告知书、决定书)"
        rules={[{ required: true, whitespace: true, message: '请填写失信事实' }]}
      >
        <Input.TextArea maxLength={1_000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  );
}

/** As papers write it. */
function factOf({ day, kindName, text }: CreditEvent): string {
  return `${paperDay(day)}，${kindName}${text === '' ? '' : `（${text}）`}`;
}
