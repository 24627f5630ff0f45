import { Button, Form, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addMonths, lastDayOfMonth, localDay } from '#shared/calendar/days.ts';
import type { DutyPeriodFields } from '#shared/contract/duty.ts';
import type { DutyPeriod } from '#shared/contract/duty-views.ts';
import { type DutyPeriodKind, dutyPeriodKinds, periodKindNames } from '#shared/rules/duty/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { organizationTree } from '#renderer/ui/shared-queries.ts';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../duty.module.css';
import { changesOf, periodLabels } from '../words.ts';
import { ShiftFields } from './shift-fields.tsx';

interface PeriodDialogProps {
  /** Null: a new one. */
  period: DutyPeriod | null;
  onAdded?: (uid: string) => void;
  onClose: () => void;
}

/** All of a period; a new one is the coming month with one shift of 24 hours. */
export function PeriodDialog({ period, onAdded, onClose }: PeriodDialogProps) {
  const [form] = Form.useForm<DutyPeriodFields>();
  const [seen] = useState<DutyPeriodFields>(() => (period === null ? comingMonth() : fieldsOf(period)));
  const counties = useQuery(organizationTree(null)).data?.filter(({ level }) => level === 'county') ?? [];
  const add = useOperation(client.duty.addPeriod, { success: '已新增值班时段', undoable: true });
  const remove = useOperation(client.duty.removePeriod, { success: '已删除值班时段', undoable: true });
  const { save, saving, dialog } = usePatchWithConflicts(client.duty.updatePeriod, {
    success: '已保存',
    labels: periodLabels,
    onSaved: onClose,
  });

  async function submit(values: DutyPeriodFields): Promise<void> {
    const fields = {
      ...seen,
      ...values,
      shifts: values.shifts.map((shift) => ({ ...shift, uid: shift.uid ?? null })),
    };
    if (period !== null) {
      save({ uid: period.uid, ...changesOf(seen, fields) });
      return;
    }
    const outcome = await add.run(fields);
    if (!outcome.done) return;
    onClose();
    onAdded?.(outcome.value.uid);
  }

  return (
    <>
      <FormDialog<DutyPeriodFields>
        title={period === null ? '新增值班时段' : `修改“${period.name}”`}
        verb={period === null ? '新增' : '保存'}
        width={760}
        form={form}
        busy={add.running || saving}
        initialValues={seen}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <div className={styles.pair}>
          <Form.Item
            name="name"
            label={periodLabels.name}
            className={styles.wide ?? ''}
            rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
          >
            <FirstField maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="kind" label={periodLabels.kind}>
            <Select<DutyPeriodKind>
              style={{ width: 120 }}
              options={dutyPeriodKinds.map((value) => ({ value, label: periodKindNames[value] }))}
            />
          </Form.Item>
          <Form.Item name="firstDay" label={periodLabels.firstDay}>
            <DayField />
          </Form.Item>
          <Form.Item name="lastDay" label={periodLabels.lastDay}>
            <DayField />
          </Form.Item>
        </div>
        <ShiftFields />
        <div className={styles.pair}>
          {(['place', 'phone', 'fax'] as const).map((name) => (
            <Form.Item key={name} name={name} label={periodLabels[name]} className={styles.wide ?? ''}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
          ))}
        </div>
        <div className={styles.pair}>
          <Form.Item
            name="reportDue"
            label="每日报告时间(不报就空着)"
            rules={[{ pattern: /^([01]\d|2[0-3]):[0-5]\d$/u, message: '时间应写成 15:00 这样' }]}
          >
            <Input style={{ width: 190 }} placeholder="如 15:00" maxLength={5} autoComplete="off" />
          </Form.Item>
          <Form.Item name="reportTo" label="本办报给谁(不报就空着)" className={styles.wide ?? ''}>
            <Input maxLength={60} placeholder="如 市政府总值班室" autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item
          name="reporterUids"
          label={
            <span>
              每天向本办报告的单位{' '}
              <Button
                size="small"
                type="link"
                onClick={() =>
                  form.setFieldValue(
                    'reporterUids',
                    counties.map(({ uid }) => uid),
                  )
                }
              >
                全部区县
              </Button>
            </span>
          }
        >
          <OrganizationSelect multiple aria-label="每天向本办报告的单位" levels={['county', 'memberUnit']} />
        </Form.Item>
        <Form.Item name="note" label="备注(印在值班表下面，可不填)">
          <Input.TextArea maxLength={300} rows={2} />
        </Form.Item>
        {period !== null && (
          <Button
            danger
            loading={remove.running}
            onClick={() => void remove.run({ uid: period.uid }).then(({ done }) => done && onClose())}
          >
            删除这个时段
          </Button>
        )}
      </FormDialog>
      {dialog}
    </>
  );
}

function comingMonth(): DutyPeriodFields {
  const firstDay = `${addMonths(localDay(Date.now()), 1).slice(0, 7)}-01`;
  return {
    kind: 'ordinary',
    name: `${Number(firstDay.slice(0, 4))}年${Number(firstDay.slice(5, 7))}月`,
    firstDay,
    lastDay: lastDayOfMonth(firstDay),
    place: '',
    phone: '',
    fax: '',
    reportDue: '',
    reportTo: '',
    note: '',
    shifts: [{ uid: null, name: '全天', startsAt: '08:30', leaders: 1, officers: 2 }],
    reporterUids: [],
  };
}

function fieldsOf({ uid: _uid, ...period }: DutyPeriod): DutyPeriodFields {
  return period;
}
