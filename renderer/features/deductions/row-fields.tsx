import { Checkbox, Form, type FormInstance, Input } from 'antd';
import { LONGEST_DEDUCTION_REASON } from '#shared/rules/deductions/model.ts';
import { type ProposalRow, type ProposalValues, rowProblem } from './proposal-form.ts';
import styles from './deductions.module.css';

/** Who loses the points, and the reason in words, for each task. */
export function RowFields({
  rows,
  form,
}: {
  rows: readonly ProposalRow[];
  form: FormInstance<ProposalValues>;
}) {
  const groups = Form.useWatch('groups', form);
  return (
    <ul className={styles.rows} aria-label="扣分的单位和理由">
      {rows.map((row) => (
        <li key={row.key}>
          <RowField
            row={row}
            isOnly={rows.length === 1}
            problem={rowProblem(row, groups?.[row.object.groupUid]?.indicatorUid)}
          />
        </li>
      ))}
    </ul>
  );
}

interface RowFieldProps {
  row: ProposalRow;
  isOnly: boolean;
  problem: string | null;
}

function RowField({ row: { key, object, title }, isOnly, problem }: RowFieldProps) {
  return (
    <>
      <span className={styles.rowHead}>
        {isOnly ? (
          <span>{object.name}的扣分理由</span>
        ) : (
          <Form.Item noStyle name={['rows', key, 'chosen']} valuePropName="checked">
            <Checkbox disabled={problem !== null}>{object.name}</Checkbox>
          </Form.Item>
        )}
        {problem !== null && <span className={styles.problem}>{problem}</span>}
      </span>
      <Form.Item
        name={['rows', key, 'reason']}
        rules={[{ required: true, whitespace: true, message: '请写明扣分理由' }]}
      >
        <Input.TextArea
          aria-label={`扣分理由：${title}`}
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={LONGEST_DEDUCTION_REASON}
        />
      </Form.Item>
    </>
  );
}
