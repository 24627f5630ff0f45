import { useQuery } from '@tanstack/react-query';
import { InputNumber, Select } from 'antd';
import { api } from '#renderer/app/client.ts';
import { setupTables } from '../tables.ts';
import { Field, FieldRow, TextField } from './fields.tsx';
import type { PaperForm } from './paper-patch.ts';

interface CareFieldsProps {
  form: PaperForm;
  change: (part: Partial<PaperForm>) => void;
  mayEdit: boolean;
  hasNumber: boolean;
}

/** Which series the number comes from, how many copies, and who gets them. */
export function CareFields({ form, change, mayEdit, hasNumber }: CareFieldsProps) {
  const series = useQuery(api.papers.series.queryOptions({ meta: { tables: setupTables } })).data ?? [];
  return (
    <>
      <FieldRow>
        <Field label="文号系列">
          <Select
            aria-label="文号系列"
            disabled={!mayEdit || hasNumber}
            value={series.length === 0 ? null : form.seriesUid}
            options={series
              .filter(({ active, uid }) => active || uid === form.seriesUid)
              .map(({ uid, name, next }) => ({
                value: uid,
                label: hasNumber ? name : `${name}：下一个 ${next}`,
              }))}
            onChange={(seriesUid) => seriesUid !== null && change({ seriesUid })}
          />
        </Field>
        <Field label="份数">
          <InputNumber
            aria-label="份数"
            style={{ width: 100 }}
            min={0}
            max={100_000}
            precision={0}
            disabled={!mayEdit}
            value={form.copies}
            onChange={(copies) => change({ copies: copies ?? 0 })}
          />
        </Field>
      </FieldRow>
      <TextField
        label="印发范围"
        value={form.scope}
        onChange={(scope) => change({ scope })}
        disabled={!mayEdit}
        maxLength={300}
        placeholder="印在发文稿纸上"
      />
    </>
  );
}
