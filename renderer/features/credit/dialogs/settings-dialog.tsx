import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { creditLevelNames, type DiscreditLevel, discreditLevels } from '#shared/rules/credit/levels.ts';
import {
  type CreditSettings,
  creditSettingsSchema,
  type PublicityTerms,
} from '#shared/rules/credit/settings.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { TermField } from '#renderer/ui/term-field.tsx';
import styles from '../credit.module.css';
import { creditTables } from '../words.ts';

/** Terms of objection, publicity and repair, lines of points; each with its source. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const settings = useQuery(api.credit.settings.queryOptions({ meta: { tables: creditTables } }));
  return (
    <QueryView query={settings}>{(data) => <SettingsForm settings={data} onClose={onClose} />}</QueryView>
  );
}

const THOUSAND = 1_000;
const publicityFields: readonly (readonly [keyof PublicityTerms, string])[] = [
  ['minMonths', '最短公示'],
  ['maxMonths', '最长公示'],
  ['usualMonths', '默认公示'],
  ['repairMonths', '满多久可以申请修复'],
];

function SettingsForm({ settings, onClose }: { settings: CreditSettings; onClose: () => void }) {
  const [draft, setDraft] = useState(settings);
  const save = useOperation(client.credit.setSettings, { success: '已保存期限和分数线', undoable: true });
  const checked = creditSettingsSchema.safeParse(draft);
  const problem = checked.success ? '' : (checked.error.issues[0]?.message ?? '');
  const { objection, lines } = draft;

  return (
    <LinesDialog
      title="信用监管的期限和分数线"
      width={820}
      centered
      isIncomplete={!checked.success}
      saving={save.running}
      onSave={() => save.run({ base: settings, set: draft })}
      onClose={onClose}
    >
      <Form layout="vertical" className={styles.scroll ?? ''}>
        <SourceItem
          label="认定依据(写入告知书、决定书)"
          limit={300}
          value={draft.basis}
          onChange={(basis) => setDraft({ ...draft, basis })}
        />
        <div className={styles.pair}>
          <Form.Item label="陈述申辩期(送达后)">
            <TermField
              label="陈述申辩期"
              term={objection.term}
              onChange={(term) => term !== null && setDraft({ ...draft, objection: { ...objection, term } })}
            />
          </Form.Item>
          <SourceItem
            label="陈述申辩期的依据"
            value={objection.source}
            onChange={(source) => setDraft({ ...draft, objection: { ...objection, source } })}
          />
        </div>
        <PublicityTable draft={draft} onChange={setDraft} />
        <div className={styles.pair}>
          <SourceItem
            label="公示期的依据"
            value={draft.publicitySource}
            onChange={(publicitySource) => setDraft({ ...draft, publicitySource })}
          />
          <SourceItem
            label="修复的依据"
            value={draft.repairSource}
            onChange={(repairSource) => setDraft({ ...draft, repairSource })}
          />
        </div>
        <SourceItem
          label="满多久可以申请修复的依据"
          value={draft.repairTermSource}
          onChange={(repairTermSource) => setDraft({ ...draft, repairTermSource })}
        />
        <div className={styles.pair}>
          {discreditLevels.map((level) => (
            <Form.Item key={level} label={`计分满多少拟认定${creditLevelNames[level]}`}>
              <Months
                label={`${creditLevelNames[level]}分数线`}
                unit="分"
                value={lines[level] / THOUSAND}
                onChange={(value) =>
                  setDraft({ ...draft, lines: { ...lines, [level]: Math.round(value * THOUSAND) } })
                }
              />
            </Form.Item>
          ))}
          <Form.Item label="计最近多久">
            <Months
              label="计最近多久"
              value={lines.months}
              onChange={(months) => setDraft({ ...draft, lines: { ...lines, months } })}
            />
          </Form.Item>
          <Form.Item label="到期前多久提示">
            <Months
              label="到期前多久提示"
              unit="日"
              value={draft.warningDays}
              onChange={(warningDays) => setDraft({ ...draft, warningDays })}
            />
          </Form.Item>
        </div>
        <SourceItem
          label="分数线的依据"
          value={lines.source}
          onChange={(source) => setDraft({ ...draft, lines: { ...lines, source } })}
        />
      </Form>
      {problem !== '' && <p role="alert">{problem}</p>}
    </LinesDialog>
  );
}

interface PublicityTableProps {
  draft: CreditSettings;
  onChange: (draft: CreditSettings) => void;
}

function PublicityTable({ draft, onChange }: PublicityTableProps) {
  const change = (level: DiscreditLevel, set: Partial<PublicityTerms>): void =>
    onChange({ ...draft, [level]: { ...draft[level], ...set } });
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>等次</th>
          {publicityFields.map(([field, name]) => (
            <th key={field}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {discreditLevels.map((level) => (
          <tr key={level}>
            <td>{creditLevelNames[level]}</td>
            {publicityFields.map(([field, name]) => (
              <td key={field}>
                <Months
                  label={`${creditLevelNames[level]}${name}`}
                  value={draft[level][field]}
                  onChange={(value) => change(level, { [field]: value })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface MonthsProps {
  label: string;
  unit?: string;
  value: number;
  onChange: (value: number) => void;
}

function Months({ label, unit = '个月', value, onChange }: MonthsProps) {
  return (
    <InputNumber
      aria-label={label}
      style={{ width: 130 }}
      min={0}
      max={120}
      suffix={unit}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}

interface SourceItemProps {
  label: string;
  limit?: number;
  value: string;
  onChange: (value: string) => void;
}

function SourceItem({ label, limit = 100, value, onChange }: SourceItemProps) {
  return (
    <Form.Item label={label}>
      <Input
        aria-label={label}
        maxLength={limit}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Form.Item>
  );
}
