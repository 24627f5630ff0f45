import { Checkbox, Form, Input, Select } from 'antd';
import type { RandomClass, RandomObject, RandomObjectFields } from '#shared/contract/random-inspection.ts';
import { creditLevelNames, creditLevels } from '#shared/rules/random-inspection/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../random.module.css';

const labels: Readonly<Record<keyof RandomObjectFields, string>> = {
  classUid: '类别',
  name: '对象名称',
  organizationUid: '所在地',
  credit: '信用等级',
  punished: '受过处罚',
  heldReason: '暂不抽取的原因',
  validUntil: '有效期至',
  closedOn: '退出日期',
  note: '备注',
};

interface ObjectDialogProps {
  /** Null: a new one. */
  object: RandomObject | null;
  classes: readonly RandomClass[];
  onClose: () => void;
}

/** One object of the library. */
export function ObjectDialog({ object, classes, onClose }: ObjectDialogProps) {
  const seen = object === null ? blankOf(classes) : fieldsOf(object);
  const isSite = object !== null && object.siteUid !== null;
  const add = useOperation(client.randomInspection.addObject, {
    success: '已新增检查对象',
    undoable: true,
  });
  const patch = usePatchWithConflicts(client.randomInspection.updateObject, {
    success: '已修改检查对象',
    labels,
    onSaved: onClose,
  });

  async function submit(values: RandomObjectFields): Promise<void> {
    const fields = { ...seen, ...values };
    if (object !== null) return patch.save({ uid: object.uid, ...changesBetween(seen, fields) });
    const outcome = await add.run(fields);
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<RandomObjectFields>
      title={object === null ? '新增检查对象' : object.name}
      verb={object === null ? '新增' : '保存'}
      width={640}
      busy={add.running || patch.saving}
      initialValues={seen}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={labels.name}
        {...(isSite ? { extra: '这是重点单位，名称和所在地在“重点单位”里修改。' } : {})}
        rules={[{ required: true, whitespace: true, message: '请填写对象名称' }]}
      >
        <Input maxLength={100} autoComplete="off" disabled={isSite} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item
          name="classUid"
          label={labels.classUid}
          rules={[{ required: true, message: '请选择类别' }]}
        >
          <Select options={classes.map(({ uid, name }) => ({ value: uid, label: name }))} />
        </Form.Item>
        {!isSite && (
          <Form.Item
            name="organizationUid"
            label={labels.organizationUid}
            rules={[{ required: true, message: '请选择所在地' }]}
          >
            <OrganizationSelect aria-label={labels.organizationUid} levels={['county', 'township']} />
          </Form.Item>
        )}
      </div>
      <div className={styles.pair}>
        <Form.Item name="credit" label={labels.credit}>
          <Select options={creditLevels.map((value) => ({ value, label: creditLevelNames[value] }))} />
        </Form.Item>
        <Form.Item name="validUntil" label={labels.validUntil}>
          <DayField allowClear />
        </Form.Item>
        <Form.Item name="closedOn" label={labels.closedOn}>
          <DayField allowClear />
        </Form.Item>
      </div>
      <Form.Item name="punished" valuePropName="checked">
        <Checkbox>受过处罚(类别设为“受过处罚的先抽”时，先抽)</Checkbox>
      </Form.Item>
      <Form.Item
        name="heldReason"
        label={`${labels.heldReason}(可不填)`}
        extra="如：投诉举报核查中、等待复查。填了就不参加抽取，办结后清空。"
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="note" label={labels.note}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      {patch.dialog}
    </FormDialog>
  );
}

function blankOf(classes: readonly RandomClass[]): RandomObjectFields {
  return {
    classUid: classes.at(-1)?.uid ?? '',
    name: '',
    organizationUid: '',
    credit: 'unknown',
    punished: false,
    heldReason: '',
    validUntil: null,
    closedOn: null,
    note: '',
  };
}

function fieldsOf(object: RandomObject): RandomObjectFields {
  const { classUid, name, organizationUid, credit, punished, heldReason, validUntil, closedOn, note } =
    object;
  return { classUid, name, organizationUid, credit, punished, heldReason, validUntil, closedOn, note };
}
