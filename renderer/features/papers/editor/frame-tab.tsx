import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { Field, FieldRow, TextField } from './fields.tsx';
import type { ContentProps } from './text-tab.tsx';

const urgencies = ['', '加急', '特急'].map((value) => ({ value, label: value === '' ? '无' : value }));

/** Head and end matter: what stands around the text. */
export function FrameTab({ paper, change, mayEdit, children }: ContentProps & { children?: ReactNode }) {
  const disabled = !mayEdit;
  const { head, signature, endMatter, slip } = paper;
  const changeHead = (part: Partial<typeof head>): void => change({ head: { ...head, ...part } });
  const shared = { disabled };
  return (
    <>
      {children}
      <TextField
        {...shared}
        label="发文机关标志"
        hint="联合发文时每行一个，主办单位在前"
        value={head.issuers.join('\n')}
        onChange={(text) => changeHead({ issuers: text.split('\n').slice(0, 10) })}
        maxLength={400}
        lines={6}
      />
      <FieldRow>
        <TextField
          {...shared}
          label="标志后缀"
          value={head.markSuffix}
          onChange={(markSuffix) => changeHead({ markSuffix })}
          maxLength={10}
          placeholder="文件、纪要、简报，可不填"
        />
        <Field label="紧急程度">
          <Select
            aria-label="紧急程度"
            disabled={disabled}
            value={head.urgency}
            options={urgencies}
            onChange={(urgency) => changeHead({ urgency })}
          />
        </Field>
        <TextField
          {...shared}
          label="密级和期限"
          value={head.secrecy}
          onChange={(secrecy) => changeHead({ secrecy })}
          maxLength={20}
        />
        <TextField
          {...shared}
          label="份号"
          value={head.copyNumber}
          onChange={(copyNumber) => changeHead({ copyNumber })}
          maxLength={6}
        />
      </FieldRow>
      {paper.layout === 'standard' && (
        <TextField
          {...shared}
          label="签发人"
          hint="只有上行文(请示、报告)才印，几人时用顿号隔开"
          value={head.signers.join('、')}
          onChange={(text) => changeHead({ signers: text === '' ? [] : text.split('、').slice(0, 10) })}
          maxLength={200}
        />
      )}
      {head.issueLine !== null && (
        <TextField
          {...shared}
          label="版头下的编印单位"
          hint="日期在签发时填上"
          value={head.issueLine.left}
          onChange={(left) => changeHead({ issueLine: { left, right: head.issueLine?.right ?? '' } })}
          maxLength={40}
        />
      )}
      {signature !== null && (
        <>
          <TextField
            {...shared}
            label="落款单位"
            hint="联合发文时每行一个；日期在签发时填上"
            value={signature.units.join('\n')}
            onChange={(text) => change({ signature: { ...signature, units: text.split('\n').slice(0, 10) } })}
            maxLength={600}
            lines={6}
          />
          <Checkbox
            disabled={disabled}
            checked={signature.seal}
            onChange={(event) => change({ signature: { ...signature, seal: event.target.checked } })}
          >
            留出盖章的位置
          </Checkbox>
        </>
      )}
      <TextField
        {...shared}
        label="附注"
        hint="印在括号里，如：此件公开发布"
        value={paper.note}
        onChange={(note) => change({ note })}
        maxLength={200}
      />
      {endMatter !== null && (
        <>
          <TextField
            {...shared}
            label="抄送"
            value={endMatter.copyTo}
            onChange={(copyTo) => change({ endMatter: { ...endMatter, copyTo } })}
            maxLength={2_000}
            lines={4}
          />
          {paper.layout !== 'letter' && (
            <TextField
              {...shared}
              label="印发机关"
              hint="印发日期在印发时填上"
              value={endMatter.printer}
              onChange={(printer) => change({ endMatter: { ...endMatter, printer } })}
              maxLength={60}
            />
          )}
        </>
      )}
      <Checkbox
        disabled={disabled}
        checked={slip !== null}
        onChange={(event) =>
          change({ slip: event.target.checked ? { title: '回　执', rows: receiptRows } : null })
        }
      >
        最后附回执
      </Checkbox>
      {slip !== null && (
        <TextField
          {...shared}
          label="回执各栏"
          hint="每行一栏"
          value={slip.rows.map(({ label }) => label).join('\n')}
          onChange={(text) => change({ slip: { ...slip, rows: rowsOf(text, slip.rows) } })}
          maxLength={600}
          lines={10}
        />
      )}
    </>
  );
}

const receiptRows = ['收到文号', '签收单位（盖章）', '签收人、职务', '联系电话', '签收时间'].map((label) => ({
  label,
  value: '',
}));

/** One line, one row; what stands in a row whose label stays is kept. */
function rowsOf(text: string, rows: readonly { label: string; value: string }[]) {
  return text
    .split('\n')
    .slice(0, 20)
    .map((label) => ({
      label: label.slice(0, 30),
      value: rows.find((row) => row.label === label)?.value ?? '',
    }));
}
