import { Alert, Button, Input, Modal, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import type { AppliesTo, ImportedRow, SchemeImportPreview } from '#shared/contract/schemes.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { Field } from '../editor/field.tsx';
import { appliesToOptions } from '../model/names.ts';
import styles from './import-preview.module.css';
import { ProblemList } from './problem-list.tsx';

interface ImportPreviewProps {
  preview: SchemeImportPreview;
  busy: boolean;
  onSheet: (sheet: string) => void;
  /** Back to the pasted table; null where a file was read. */
  onCorrect: (() => void) | null;
  onConfirm: (title: string, appliesTo: AppliesTo) => void;
  onClose: () => void;
}

const readings = {
  category: <Tag color="blue">一级指标</Tag>,
  indicator: <Tag color="green">指标</Tag>,
  note: <Tag>说明</Tag>,
  skipped: <Tag>跳过</Tag>,
} as const;

/** What each row was taken for and what does not add up, before anything is stored. */
export function ImportPreview({ preview, busy, onSheet, onCorrect, onConfirm, onClose }: ImportPreviewProps) {
  const [title, setTitle] = useState(preview.title);
  const [appliesTo, setAppliesTo] = useState<AppliesTo | null>(preview.appliesTo);
  const { problems, indicatorCount, fullPoints, categories, sheets } = preview;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const isReady = errors === 0 && title.trim() !== '' && appliesTo !== null;

  return (
    <Modal
      open
      centered
      width={1_040}
      title={preview.fileName === '' ? '核对粘贴的方案' : `核对“${preview.fileName}”`}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          {onCorrect !== null && <Button onClick={onCorrect}>返回修改表格</Button>}
          <Button
            type="primary"
            loading={busy}
            disabled={!isReady}
            onClick={() => appliesTo !== null && onConfirm(title.trim(), appliesTo)}
          >
            导入 {indicatorCount} 项指标
          </Button>
        </>
      }
    >
      <div className={styles.head}>
        <Field label="方案名称" grows>
          <Input
            aria-label="方案名称"
            maxLength={100}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </Field>
        <Field label="适用对象">
          <Select
            aria-label="适用对象"
            placeholder="请选择"
            style={{ width: 150 }}
            status={appliesTo === null ? 'warning' : ''}
            value={appliesTo}
            options={appliesToOptions}
            onChange={setAppliesTo}
          />
        </Field>
        {sheets.length > 1 && (
          <Field label="工作表">
            <Select
              aria-label="工作表"
              style={{ minWidth: 140 }}
              value={preview.sheet}
              options={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              onChange={onSheet}
            />
          </Field>
        )}
      </div>
      <p className={styles.facts}>
        读到 {categories.length} 个一级指标、{indicatorCount} 项指标，满分 {pointsText(fullPoints)} 分。
        {preview.ownExport
          ? '这是本程序导出的方案，评分规则和设置一并带入。'
          : '评分标准按原文保留；导入后列出从原文认出的评分规则，核对后采用。'}
      </p>
      {preview.columns.length > 0 && (
        <p className={styles.columns}>
          {preview.columns
            .map(({ letter, heading, meaning }) => `${letter} 列“${oneLine(heading)}”→${meaning}`)
            .join('；')}
        </p>
      )}
      {errors > 0 && <Alert type="error" showIcon title={`有 ${errors} 处要先在表格里改好，再重新导入。`} />}
      <ProblemList problems={problems} />
      <Table<ImportedRow>
        size="small"
        rowKey="row"
        pagination={false}
        virtual
        scroll={{ x: 960, y: problems.length > 0 ? 230 : 330 }}
        dataSource={preview.rows}
        rowClassName={({ row }) =>
          problems.some((problem) => problem.row === row) ? (styles.marked ?? '') : ''
        }
        columns={[
          { title: '行', dataIndex: 'row', width: 50, align: 'right' },
          { title: '读作', width: 92, render: (_, { reading }) => readings[reading] },
          { title: '一级指标', dataIndex: 'categoryName', width: 150, ellipsis: true },
          { title: '序号', dataIndex: 'number', width: 56, ellipsis: true },
          { title: '考评内容', width: 260, ellipsis: true, render: (_, row) => contentText(row) },
          {
            title: '分值',
            width: 64,
            align: 'right',
            render: (_, { maxPoints }) => (maxPoints === null ? '' : pointsText(maxPoints)),
          },
          { title: '评分标准', dataIndex: 'ruleText', width: 210, ellipsis: true },
          { title: '考评方式', dataIndex: 'method', width: 100, ellipsis: true },
        ]}
      />
    </Modal>
  );
}

function contentText({ reading, content, text }: ImportedRow): string {
  if (reading === 'indicator') return text === '' ? content : `${content}(${text})`;
  return text;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}
