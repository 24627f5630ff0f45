import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { localDay } from '#shared/calendar/days.ts';
import type { RandomTarget, TargetResultFields } from '#shared/contract/random-results.ts';
import {
  type TargetResult,
  targetResultNames,
  targetResults,
} from '#shared/rules/random-inspection/model.ts';
import { client } from '#renderer/app/client.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../random.module.css';
import { HandOverDialog } from './hand-over-dialog.tsx';

const labels = { inspectedOn: '检查日期', inspectedBy: '检查人', result: '检查结果', problem: '发现的问题' };

/** What was found at one drawn object; a problem goes on to the findings. */
export function ResultDialog({ target, onClose }: { target: RandomTarget; onClose: () => void }) {
  const [form] = Form.useForm<TargetResultFields>();
  const [today] = useState(() => localDay(Date.now()));
  const [isHandingOver, setIsHandingOver] = useState(false);
  const result = Form.useWatch<TargetResult | null>('result', form) ?? target.result;
  const seen: TargetResultFields = {
    inspectedOn: target.inspectedOn,
    inspectedBy: target.inspectedBy,
    result: target.result,
    problem: target.problem,
  };
  const { save, saving, dialog } = usePatchWithConflicts(client.randomInspection.setResult, {
    success: `已登记“${target.name}”的检查结果`,
    labels,
    onSaved: onClose,
  });
  if (isHandingOver) return <HandOverDialog target={target} onClose={onClose} />;
  const people = target.inspectors.map(({ name }) => name).join('、');
  return (
    <FormDialog<TargetResultFields>
      title={target.name}
      verb="登记"
      width={600}
      busy={saving}
      form={form}
      initialValues={{
        inspectedOn: target.inspectedOn ?? today,
        inspectedBy: target.inspectedBy === '' ? people : target.inspectedBy,
        result: target.result ?? 'clean',
        problem: target.problem,
      }}
      onSubmit={(set) =>
        save({ uid: target.uid, ...changesBetween(seen, { ...set, problem: set.problem ?? '' }) })
      }
      onClose={onClose}
    >
      <p className={styles.hint}>
        {target.place}，{target.className}，第 {target.drawNumber} 号抽取，抽到的检查人员：
        {target.inspectors.map(({ name, certificate }) => `${name}(${certificate})`).join('、')}
      </p>
      <div className={styles.pair}>
        <Form.Item
          name="inspectedOn"
          label="检查日期"
          rules={[{ required: true, message: '请填写检查日期' }]}
        >
          <DayField />
        </Form.Item>
        <Form.Item name="inspectedBy" label="检查人">
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="result" label="检查结果">
        <Radio.Group options={targetResults.map((value) => ({ value, label: targetResultNames[value] }))} />
      </Form.Item>
      {result !== 'clean' && (
        <Form.Item name="problem" label={result === 'problems' ? '发现的问题' : '情况说明(可不填)'}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      )}
      {target.findingUid !== null && (
        <Link href={`/findings/${target.findingUid}`}>已转入问题隐患，点开查看</Link>
      )}
      {target.result === 'problems' && target.findingUid === null && (
        <Button onClick={() => setIsHandingOver(true)}>转入问题隐患</Button>
      )}
      {dialog}
    </FormDialog>
  );
}
