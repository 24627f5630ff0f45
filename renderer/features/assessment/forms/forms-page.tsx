import { Segmented } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { KeptForm } from '#shared/contract/export-forms.ts';
import type { PeriodKind } from '#shared/contract/period-kinds.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { periodKindNames } from '../names.ts';
import { FormList } from './form-list.tsx';
import { FormWork } from './form-work.tsx';
import styles from './forms-page.module.css';
import { useForms } from './use-forms.ts';

const kinds = Object.keys(periodKindNames) as PeriodKind[];

/** Export forms of a kind of period: the list, the chosen one to be edited, and how it looks. */
export function FormsPage() {
  const { kind } = useParams<{ kind?: string }>();
  const [, navigate] = useLocation();
  const periodKind = kinds.find((each) => each === kind) ?? 'quarter';
  const forms = useForms(periodKind);
  return (
    <PageFrame
      title="导出格式"
      note="考核结果导出成什么样：标题、栏目、签名栏、纸张；可以有几种，报市里一种、报省里一种"
      toolbar={
        <Segmented<PeriodKind>
          aria-label="哪一类考核期"
          value={periodKind}
          options={kinds.map((each) => ({ value: each, label: periodKindNames[each] }))}
          onChange={(each) => navigate(`/export-forms/${each}`, { replace: true })}
        />
      }
    >
      <QueryView query={forms}>
        {(list) => <Forms key={periodKind} periodKind={periodKind} forms={list} />}
      </QueryView>
    </PageFrame>
  );
}

function Forms({ periodKind, forms }: { periodKind: PeriodKind; forms: readonly KeptForm[] }) {
  const [chosenUid, setChosenUid] = useState<string | null>(null);
  const chosen = forms.find(({ uid }) => uid === chosenUid) ?? forms[0];
  if (chosen === undefined) return null;
  return (
    <div className={styles.desk}>
      <FormList periodKind={periodKind} forms={forms} chosen={chosen} onChoose={setChosenUid} />
      <FormWork key={chosen.uid} kept={chosen} />
    </div>
  );
}
