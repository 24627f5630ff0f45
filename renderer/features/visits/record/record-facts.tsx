import { AutoComplete, Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import type { VisitChoices, VisitInspector, VisitSheet } from '#shared/contract/visits.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { PhotoStrip } from '#renderer/ui/photos/photo-strip.tsx';
import { TabLeaves } from '#renderer/ui/tab-leaves.tsx';
import styles from '../visits.module.css';
import { figureOf, type RecordWork } from './record-work.ts';

interface RecordFactsProps {
  sheet: VisitSheet;
  choices: VisitChoices;
  work: RecordWork;
  mayEdit: boolean;
  onChange: (work: RecordWork) => void;
}

/** When, who, how many, photos. */
export function RecordFacts({ sheet, choices, work, mayEdit, onChange }: RecordFactsProps) {
  const id = useId();
  const set = (part: Partial<RecordWork>) => onChange({ ...work, ...part });
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={`${id}day`}>检查日期</label>
        <DayField
          id={`${id}day`}
          disabled={!mayEdit}
          value={work.day}
          onChange={(day) => set({ day: day ?? work.day })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}team`}>检查组</label>
        <AutoComplete
          id={`${id}team`}
          disabled={!mayEdit}
          placeholder="如 第一组"
          maxLength={30}
          value={work.team}
          options={choices.teams.map((team) => ({ value: team }))}
          onChange={(team: string) => set({ team })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}people`}>检查人员</label>
        <InspectorSelect
          id={`${id}people`}
          pool={choices.inspectors}
          disabled={!mayEdit}
          value={work.inspectors}
          onChange={(inspectors) => set({ inspectors })}
        />
      </div>
      <h2>统计</h2>
      <div className={styles.figures}>
        {choices.figures.map((figure) => (
          <Figure
            key={figure.uid}
            name={figure.name}
            unit={figure.unit}
            disabled={!mayEdit}
            value={figureOf(sheet, work, figure)}
            onChange={(value) => set({ values: { ...work.values, [figure.uid]: value } })}
          />
        ))}
      </div>
      <h2>备注</h2>
      <Input.TextArea
        aria-label="备注"
        disabled={!mayEdit}
        maxLength={2_000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={work.note}
        onChange={({ target }) => set({ note: target.value })}
      />
      <h2>照片</h2>
      {sheet.record === null ? (
        <p className={styles.hint}>保存记录后，在这里拖入、粘贴或选择照片。</p>
      ) : (
        <PhotoStrip subject={{ kind: 'visit', uid: sheet.record.uid }} label="照片" mayEdit={mayEdit} />
      )}
    </>
  );
}

interface FigureProps {
  name: string;
  unit: string;
  value: number | null;
  disabled: boolean;
  onChange: (value: number | null) => void;
}

function Figure({ name, unit, value, disabled, onChange }: FigureProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{name}</label>
      <InputNumber<number>
        id={id}
        min={0}
        precision={unit.startsWith('万') ? 4 : 0}
        formatter={(typed) =>
          String(typed ?? '')
            .replace(/(\.\d*?)0+$/u, '$1')
            .replace(/\.$/u, '')
        }
        suffix={unit}
        disabled={disabled}
        style={{ width: '100%' }}
        value={value}
        onChange={onChange}
      />
    </>
  );
}

interface InspectorOption {
  value: string;
  label: string;
  unit: string;
}

function renderOption({ data }: { data: InspectorOption }) {
  return (
    <>
      {data.label} <span className={styles.grey}>{data.unit}</span>
    </>
  );
}

interface InspectorSelectProps {
  id: string;
  pool: VisitChoices['inspectors'];
  value: VisitInspector[];
  disabled: boolean;
  onChange: (inspectors: VisitInspector[]) => void;
}

/** From the pool, or whoever was there by name. */
function InspectorSelect({ id, pool, value, disabled, onChange }: InspectorSelectProps) {
  const names = new Map(pool.map(({ uid, name }) => [uid, name]));
  return (
    <TabLeaves>
      <Select<string[], InspectorOption>
        id={id}
        mode="tags"
        disabled={disabled}
        placeholder="选择，或写姓名后回车"
        value={value.map(({ uid, name }) => uid ?? name)}
        options={[
          ...pool.map(({ uid, name, unit }) => ({ value: uid, label: name, unit })),
          // Whoever has left the pool since keeps their name.
          ...value.flatMap(({ uid, name }) =>
            uid === null || names.has(uid) ? [] : [{ value: uid, label: name, unit: '' }],
          ),
        ]}
        optionRender={renderOption}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(chosen) => onChange(chosen.map((each) => inspectorOf(each, value, names)))}
      />
    </TabLeaves>
  );
}

function inspectorOf(
  chosen: string,
  before: readonly VisitInspector[],
  names: ReadonlyMap<string, string>,
): VisitInspector {
  const name = names.get(chosen);
  if (name !== undefined) return { uid: chosen, name };
  return before.find(({ uid }) => uid === chosen) ?? { uid: null, name: chosen.trim().slice(0, 30) };
}
