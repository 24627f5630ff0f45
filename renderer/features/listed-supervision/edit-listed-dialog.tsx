import { DatePicker, Form, Input, Segmented, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ListedKind, ListedLevel, ListedRow } from '#shared/contract/listed-supervision.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from './listed.module.css';
import { levelNames } from './words.ts';

interface EditListedDialogProps {
  /** Null: a new one. */
  listed: ListedRow | null;
  onDone: (uid: string) => void;
  onClose: () => void;
}

interface Values {
  name: string;
  kind: ListedKind;
  level: ListedLevel;
  organizationUid: string | null;
  address: string;
  hazards: string;
  responsiblePerson: string;
  phone: string;
  leader: string;
  supervisingUnit: string;
  measures: string;
  listedOn: Dayjs;
  dueOn: Dayjs;
}

const labels: Readonly<Record<string, string>> = {
  name: '名称',
  kind: '类别',
  level: '级别',
  organizationUid: '责任单位',
  address: '地址',
  hazards: '主要火灾隐患',
  responsiblePerson: '整改责任人',
  phone: '电话',
  leader: '包案领导',
  supervisingUnit: '督办单位',
  measures: '整改措施',
  listedOn: '挂牌日期',
};
const levels: readonly ListedLevel[] = ['city', 'county', 'province'];
const TERM_DAYS = 90;

/** All that is known of a hazard when it is put on the list. */
export function EditListedDialog({ listed, onDone, onClose }: EditListedDialogProps) {
  const add = useOperation(client.listedSupervision.add, { success: '已新增挂牌督办', undoable: true });
  const { save, saving, dialog } = usePatchWithConflicts(client.listedSupervision.update, {
    success: '已修改挂牌督办',
    labels,
    onSaved: onClose,
  });

  async function submit(values: Values): Promise<void> {
    const { dueOn, listedOn, ...rest } = values;
    const fields = {
      ...rest,
      listedOn: listedOn.format('YYYY-MM-DD'),
      organizationUid: rest.organizationUid ?? null,
    };
    if (listed !== null) {
      save({ uid: listed.uid, base: baseOf(listed), set: fields });
      return;
    }
    const outcome = await add.run({ ...fields, dueOn: dueOn.format('YYYY-MM-DD') });
    if (!outcome.done) return;
    onDone(outcome.value.uid);
    onClose();
  }

  return (
    <>
      <FormDialog<Values>
        title={listed === null ? '新增挂牌督办' : `修改“${listed.name}”`}
        verb={listed === null ? '新增' : '保存'}
        width={720}
        busy={add.running || saving}
        initialValues={listed === null ? blank() : initialOf(listed)}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <div className={styles.pair}>
          <Form.Item
            name="name"
            label="单位或区域名称"
            className={styles.wide ?? ''}
            rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
          >
            <FirstField maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="kind" label="类别">
            <Segmented
              aria-label="挂牌对象"
              options={[
                { value: 'unit', label: '单位' },
                { value: 'area', label: '区域' },
              ]}
            />
          </Form.Item>
          <Form.Item name="level" label="级别">
            <Select options={levels.map((value) => ({ value, label: levelNames[value] }))} />
          </Form.Item>
        </div>
        <div className={styles.pair}>
          <Form.Item name="organizationUid" label="责任单位">
            <OrganizationSelect aria-label="责任单位" />
          </Form.Item>
          <Form.Item name="supervisingUnit" label="督办单位">
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="address" label="地址">
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="hazards" label="主要火灾隐患">
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="responsiblePerson" label="整改责任人">
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label="电话">
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="leader" label="包案领导">
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="measures" label="整改措施、资金和应急预案">
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 1, maxRows: 6 }} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="listedOn" label="挂牌日期">
            <DatePicker allowClear={false} />
          </Form.Item>
          {listed === null && (
            <Form.Item
              name="dueOn"
              label="整改期限"
              dependencies={['listedOn']}
              rules={[
                ({ getFieldValue }) => ({
                  validator: (_, day: Dayjs) =>
                    day.isBefore(getFieldValue('listedOn') as Dayjs, 'day')
                      ? Promise.reject(new Error('整改期限不能早于挂牌日期'))
                      : Promise.resolve(),
                }),
              ]}
            >
              <DatePicker allowClear={false} />
            </Form.Item>
          )}
        </div>
      </FormDialog>
      {dialog}
    </>
  );
}

function blank(): Values {
  return {
    name: '',
    kind: 'unit',
    level: 'city',
    organizationUid: null,
    address: '',
    hazards: '',
    responsiblePerson: '',
    phone: '',
    leader: '',
    supervisingUnit: '',
    measures: '',
    listedOn: dayjs(),
    dueOn: dayjs().add(TERM_DAYS, 'day'),
  };
}

function baseOf(listed: ListedRow) {
  const { name, kind, level, organizationUid, address, hazards, responsiblePerson, phone } = listed;
  const { leader, supervisingUnit, measures, listedOn } = listed;
  return {
    name,
    kind,
    level,
    organizationUid,
    address,
    hazards,
    responsiblePerson,
    phone,
    leader,
    supervisingUnit,
    measures,
    listedOn,
  };
}

function initialOf(listed: ListedRow): Values {
  return { ...baseOf(listed), listedOn: dayjs(listed.listedOn), dueOn: dayjs(listed.dueOn) };
}
