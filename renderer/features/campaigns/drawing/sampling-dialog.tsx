import { Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import type { CampaignDetail, SamplingLine } from '#shared/contract/campaigns.ts';
import type { Term } from '#shared/contract/terms.ts';
import type { SamplingSubject } from '#shared/rules/campaigns/model.ts';
import { client } from '#renderer/app/client.ts';
import { type LineColumn, LinesTable } from '#renderer/ui/lines-table.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import styles from '../campaigns.module.css';
import { useSiteTerms } from '../use-campaigns.ts';
import { samplingText } from '../words.ts';

const subjects: { value: SamplingSubject; label: string }[] = [
  { value: 'township', label: '乡镇(街道)' },
  { value: 'site', label: '重点单位' },
  { value: 'other', label: '其他' },
];

interface Line extends SamplingLine {
  key: string;
}

/** What is drawn in each county, line by line; an earlier line draws first. */
export function SamplingDialog({ campaign, onClose }: { campaign: CampaignDetail; onClose: () => void }) {
  const terms = useSiteTerms();
  const [seen] = useState(campaign.sampling);
  const [lines, setLines] = useState<Line[]>(() =>
    seen.map((line) => ({ ...line, key: crypto.randomUUID() })),
  );
  const { save, saving, dialog } = usePatchWithConflicts(client.campaigns.setSampling, {
    success: '已保存抽查规则',
    labels: { sampling: '抽查规则' },
    format: (_field, value) =>
      (value as SamplingLine[]).map((line) => samplingText(line, terms)).join('，') || '不抽查',
    onSaved: onClose,
  });

  return (
    <>
      <Modal
        open
        centered
        width={820}
        title="抽查规则"
        okText="保存"
        cancelText="取消"
        confirmLoading={saving}
        mask={{ closable: false }}
        onOk={() =>
          save({
            uid: campaign.uid,
            base: { sampling: seen },
            set: { sampling: lines.map(({ key: _key, ...line }) => line) },
          })
        }
        onCancel={onClose}
      >
        <p className={styles.hint}>
          每个区县各抽取下面这些。“其他”如专职消防队、社区、派出所：抽到哪个乡镇(街道)，就查那里的。
        </p>
        <LinesTable
          lines={lines}
          columns={[subjectColumn, conditionColumn(terms), countColumn]}
          remove={() => '删除这一条'}
          add="增加一条"
          newLine={newLine}
          onChange={setLines}
        />
      </Modal>
      {dialog}
    </>
  );
}

const subjectColumn: LineColumn<Line> = {
  title: '抽什么',
  width: 142,
  cell: ({ subject }, change) => (
    <Select<SamplingSubject>
      aria-label="抽什么"
      style={{ width: 130 }}
      value={subject}
      options={subjects}
      onChange={(value) => change({ subject: value, kindUid: null, tradeUid: null, name: '' })}
    />
  ),
};

function conditionColumn(terms: ConditionTerms): LineColumn<Line> {
  return {
    title: '条件或名称',
    cell: (line, change) => <Condition line={line} terms={terms} onChange={change} />,
  };
}

const countColumn: LineColumn<Line> = {
  title: '数量',
  width: 112,
  cell: ({ count }, change) => (
    <InputNumber<number>
      aria-label="数量"
      min={1}
      max={200}
      precision={0}
      value={count}
      onChange={(value) => change({ count: value ?? 1 })}
    />
  ),
};

type ConditionTerms = { kinds: readonly Term[]; trades: readonly Term[] } | undefined;

interface ConditionProps {
  line: Line;
  terms: ConditionTerms;
  onChange: (set: Partial<Line>) => void;
}

function Condition({ line, terms, onChange }: ConditionProps) {
  if (line.subject === 'township') return null;
  if (line.subject === 'other')
    return (
      <Input
        aria-label="名称"
        maxLength={40}
        placeholder="如 专职消防队"
        value={line.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
    );
  return (
    <div className={styles.pair}>
      <TermSelect
        label="类别"
        terms={terms?.kinds ?? []}
        value={line.kindUid}
        onChange={(kindUid) => onChange({ kindUid })}
      />
      <TermSelect
        label="行业"
        terms={terms?.trades ?? []}
        value={line.tradeUid}
        onChange={(tradeUid) => onChange({ tradeUid })}
      />
    </div>
  );
}

interface TermSelectProps {
  label: string;
  terms: readonly Term[];
  value: string | null;
  onChange: (uid: string | null) => void;
}

function TermSelect({ label, terms, value, onChange }: TermSelectProps) {
  return (
    <WordSelect<string | null>
      allowClear
      aria-label={label}
      placeholder={`全部${label}`}
      className={styles.wide ?? ''}
      value={value}
      options={terms.map(({ uid, name }) => ({ value: uid, label: name }))}
      onChange={(uid) => onChange(uid ?? null)}
    />
  );
}

function newLine(): Line {
  const blank = { subject: 'site' as const, kindUid: null, tradeUid: null, name: '', count: 1 };
  return { key: crypto.randomUUID(), ...blank };
}
