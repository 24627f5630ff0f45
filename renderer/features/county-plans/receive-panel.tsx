import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import {
  COUNTY_PLAN_FILES,
  type CountyPlanDetail,
  type CountyPlanFields,
} from '#shared/contract/county-plans.ts';
import { localDay } from '#shared/calendar/days.ts';
import { countyPlanFieldNames as names } from '#shared/rules/county-plans/field-names.ts';
import { client } from '#renderer/app/client.ts';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from './county-plans.module.css';
import { ReceivedPaperSelect } from './received-paper-select.tsx';

interface ReceivePanelProps {
  plan: CountyPlanDetail;
  mayEdit: boolean;
  onClose: () => void;
}

/** What came in, when, under which number and from whom. */
export function ReceivePanel({ plan, mayEdit, onClose }: ReceivePanelProps) {
  // What stood there when the first field was touched: what others store meanwhile shows as a conflict.
  const [touched, setTouched] = useState<CountyPlanFields | null>(null);
  const { save, saving, dialog } = usePatchWithConflicts(client.countyPlans.update, {
    success: ({ closedTasks, reopenedTasks }) =>
      [
        `已登记${plan.name}的报送情况`,
        ...(closedTasks === 0 ? [] : [`对应的督办任务 ${closedTasks} 项已办结`]),
        ...(reopenedTasks === 0 ? [] : [`原来办结的督办任务 ${reopenedTasks} 项已重新打开`]),
      ].join('，'),
    labels: names,
    onSaved: () => setTouched(null),
  });
  const seen = touched ?? fieldsOf(plan);
  return (
    <SidePanel title="报送情况" width={380} onClose={onClose}>
      {plan.reason !== '' && (
        <p>
          {plan.decidedOn} 退回：{plan.reason}
        </p>
      )}
      {plan.firstReceivedOn !== null && (
        <p>
          首次报送 {plan.firstReceivedOn}，期限 {plan.firstDueOn}
        </p>
      )}
      <ReceiveForm
        key={JSON.stringify(seen)}
        plan={plan}
        seen={seen}
        mayEdit={mayEdit}
        saving={saving}
        onTouch={() => setTouched(seen)}
        onSave={(set) => save({ uid: plan.uid, ...changesBetween(seen, cleaned(set)) })}
      />
      <h3>方案文件</h3>
      <AttachmentList
        subject={{ kind: COUNTY_PLAN_FILES, uid: plan.uid }}
        label="方案文件"
        mayEdit={mayEdit}
      />
      {dialog}
    </SidePanel>
  );
}

interface ReceiveFormProps {
  plan: CountyPlanDetail;
  seen: CountyPlanFields;
  mayEdit: boolean;
  saving: boolean;
  onTouch: () => void;
  onSave: (set: CountyPlanFields) => void;
}

/** Holds its own values: those of a form that outlives it would go before the ones it begins with. */
function ReceiveForm({ plan, seen, mayEdit, saving, onTouch, onSave }: ReceiveFormProps) {
  const [today] = useState(() => localDay(Date.now()));
  const [form] = Form.useForm<CountyPlanFields>();
  return (
    <Form<CountyPlanFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!mayEdit}
      initialValues={seen}
      onValuesChange={onTouch}
      onFinish={onSave}
    >
      <div className={styles.pair}>
        <Form.Item name="dueOn" label={names.dueOn} rules={[{ required: true, message: '请选择报送期限' }]}>
          <DayField />
        </Form.Item>
        <Form.Item name="receivedOn" label={names.receivedOn}>
          <DayField allowClear />
        </Form.Item>
      </div>
      <Form.Item name="receivedPaperUid" label={names.receivedPaperUid}>
        <ReceivedPaperSelect
          former={
            plan.receivedPaperUid === null
              ? null
              : { uid: plan.receivedPaperUid, title: plan.receivedPaperTitle ?? '' }
          }
          onPaper={({ theirNumber, receivedOn }) => {
            if (!form.getFieldValue('documentNumber')) form.setFieldValue('documentNumber', theirNumber);
            if (!form.getFieldValue('receivedOn')) form.setFieldValue('receivedOn', receivedOn);
          }}
        />
      </Form.Item>
      <Form.Item name="documentNumber" label={names.documentNumber}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="contact" label={names.contact}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={names.phone}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="note" label={names.note}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      {mayEdit && (
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={saving}>
            保存
          </Button>
          {plan.receivedOn === null && (
            <Button
              loading={saving}
              onClick={() => {
                form.setFieldValue('receivedOn', today);
                form.submit();
              }}
            >
              今天报来
            </Button>
          )}
        </div>
      )}
    </Form>
  );
}

function fieldsOf(plan: CountyPlanDetail): CountyPlanFields {
  const { dueOn, receivedOn, documentNumber, receivedPaperUid, contact, phone, note } = plan;
  return { dueOn, receivedOn, documentNumber, receivedPaperUid, contact, phone, note };
}

/** A field that was emptied comes as undefined. */
function cleaned({ receivedOn, receivedPaperUid, ...same }: CountyPlanFields): CountyPlanFields {
  return { ...same, receivedOn: receivedOn ?? null, receivedPaperUid: receivedPaperUid ?? null };
}
