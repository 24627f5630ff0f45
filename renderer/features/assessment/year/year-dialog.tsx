import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { PeriodDetail } from '#shared/contract/assessment.ts';
import type { YearComposition, YearPartChoice } from '#shared/contract/year.ts';
import { weightProblem } from '#shared/rules/scoring/year.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useFocusBack } from '#renderer/ui/use-focus-back.ts';
import { PartFields } from './part-fields.tsx';
import styles from './year.module.css';

type Settings = YearComposition['settings'];

const tables: readonly string[] = ['assessment_period', 'year_part', 'year_setting'];

const questions: readonly {
  name: 'missing' | 'bonus' | 'veto';
  label: string;
  options: { value: string; label: string }[];
}[] = [
  {
    name: 'missing',
    label: '某部分没有成绩的单位',
    options: [
      { value: 'open', label: '不算总分，备注写明' },
      { value: 'rescale', label: '按其余部分的权重折算' },
    ],
  },
  {
    name: 'bonus',
    label: '各部分的加分',
    options: [
      { value: 'weighted', label: '按权重计入' },
      { value: 'apart', label: '全额另加' },
      { value: 'none', label: '不计入' },
    ],
  },
  {
    name: 'veto',
    label: '某部分发生一票否决',
    options: [
      { value: 'year', label: '全年有效，几项同时发生的从严' },
      { value: 'part', label: '只影响那一部分' },
    ],
  },
];

const INTRODUCTION =
  '每一部分按得分占本方案满分的比例折到年度的满分，再乘权重相加；总分、等次、名次都用准确分数。';

/** Of which weighted parts a year is made, and how they become one. */
export function YearDialog({ period, onClose }: { period: PeriodDetail; onClose: () => void }) {
  const query = useQuery({
    ...api.year.composition.queryOptions({ input: { periodUid: period.uid }, meta: { tables } }),
    staleTime: 0,
    gcTime: 0,
  });
  useFocusBack();
  const [opened, setOpened] = useState<YearComposition | null>(null);
  const [draft, setDraft] = useState<YearComposition | null>(null);
  // What was there when the dialog opened stays the base, whatever another window does meanwhile.
  const base = opened ?? query.data?.composition;
  const save = useOperation(client.year.setComposition, {
    success: ({ parts }) => (parts === 0 ? '年度不由各期合成' : `年度由 ${parts} 部分合成`),
    undoable: true,
  });
  const { parts } = draft ?? base ?? { parts: [] };
  const problem = parts.length === 0 ? null : weightProblem(parts.map(({ weight }) => weight));

  function change(wanted: YearComposition): void {
    setOpened(base ?? null);
    setDraft(wanted);
  }

  async function confirm(): Promise<void> {
    if (base === undefined) return;
    if (draft === null) {
      onClose();
      return;
    }
    const outcome = await save.run({ periodUid: period.uid, base, composition: draft });
    if (outcome.done) onClose();
  }

  return (
    <Modal
      open
      width={820}
      title={`${period.title}：由各期合成`}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ loading: save.running, disabled: base === undefined || problem !== null }}
      onOk={() => void confirm()}
      onCancel={onClose}
    >
      <QueryView query={query}>
        {({ choices }) => (
          <Composition
            composition={draft ?? base ?? { parts: [], settings: usualSettings }}
            choices={choices}
            problem={problem}
            onChange={change}
          />
        )}
      </QueryView>
    </Modal>
  );
}

const usualSettings: Settings = { missing: 'open', bonus: 'weighted', veto: 'year', source: '' };

interface CompositionProps {
  composition: YearComposition;
  choices: readonly YearPartChoice[];
  problem: string | null;
  onChange: (composition: YearComposition) => void;
}

function Composition({ composition, choices, problem, onChange }: CompositionProps) {
  const { parts, settings } = composition;
  const set = (patch: Partial<Settings>) => onChange({ parts, settings: { ...settings, ...patch } });
  return (
    <div className={styles.composition}>
      <p>{`${INTRODUCTION}等次界限、名额、折算、同分办法用年度考核方案的设置。`}</p>
      <PartFields
        parts={parts}
        choices={choices}
        problem={problem}
        onChange={(changed) => onChange({ parts: changed, settings })}
      />
      {parts.length > 0 && (
        <>
          {questions.map(({ name, label, options }) => (
            <div key={name} className={styles.question}>
              <span id={`year-${name}`}>{label}</span>
              <Radio.Group
                aria-labelledby={`year-${name}`}
                value={settings[name]}
                options={options}
                onChange={({ target }) => set({ [name]: target.value })}
              />
            </div>
          ))}
          <div className={styles.question}>
            <span>依据</span>
            <Input
              aria-label="年度合成办法的依据"
              maxLength={200}
              placeholder="没有文件规定时空着"
              value={settings.source}
              onChange={({ target }) => set({ source: target.value })}
            />
          </div>
        </>
      )}
    </div>
  );
}
