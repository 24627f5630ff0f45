import { Form, Input, Select } from 'antd';
import { severities, severityNames, type Severity } from '#shared/rules/findings/model.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import styles from '../findings.module.css';
import { fieldLabels } from '../words.ts';

const severityOptions = severities.map((value) => ({ value, label: severityNames[value] }));
const wide = { className: styles.wide ?? '' };

/** What is known of a finding, whether it is new or corrected. */
export function FoundItems({ isFirst }: { isFirst: boolean }) {
  const severity = Form.useWatch<Severity | undefined>('severity');
  return (
    <>
      <Form.Item
        name="what"
        label={fieldLabels.what}
        rules={[{ required: true, whitespace: true, message: '请写明发现的问题' }]}
      >
        {isFirst ? (
          <FirstText maxLength={500} autoSize={{ minRows: 1, maxRows: 6 }} />
        ) : (
          <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 6 }} />
        )}
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="spot" label="部位(可不填)" {...wide}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="severity" label={fieldLabels.severity}>
          <Select options={severityOptions} style={{ width: 150 }} />
        </Form.Item>
        {severity === 'major' && (
          <Form.Item name="element" label={fieldLabels.element} {...wide}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        )}
      </div>
      <div className={styles.pair}>
        <Form.Item name="article" label="违反的条款(可不填)" {...wide}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
        <Form.Item name="demand" label="整改要求(可不填)" {...wide}>
          <Input.TextArea maxLength={1_000} autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item
          name="leadUids"
          label={fieldLabels.leadUids}
          rules={[{ required: true, message: '请选择责任单位' }]}
          {...wide}
        >
          <OrganizationSelect multiple aria-label={fieldLabels.leadUids} />
        </Form.Item>
        <Form.Item
          name="dueOn"
          label={fieldLabels.dueOn}
          rules={[{ required: true, message: '请填写整改时限' }]}
        >
          <DayField />
        </Form.Item>
      </div>
    </>
  );
}

/** 五落实. */
export function MeasureItems() {
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="responsible" label="落实责任(责任人)" {...wide}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="funds" label="落实资金" {...wide}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="timeLimit" label="落实时限(分步安排)" {...wide}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="measures" label="落实措施" {...wide}>
          <Input.TextArea maxLength={1_000} autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
        <Form.Item name="emergencyPlan" label="落实预案" {...wide}>
          <Input.TextArea maxLength={1_000} autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
      </div>
    </>
  );
}
