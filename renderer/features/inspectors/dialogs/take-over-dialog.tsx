import { Form, type RefSelectProps, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { PoolCandidate } from '#shared/contract/inspectors.ts';
import type { InspectorRole } from '#shared/rules/inspectors/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useFirstFocus } from '#renderer/ui/first-focus.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../inspectors.module.css';
import { useCandidates } from '../use-inspectors.ts';
import { roleOptions } from '../words.ts';

const ALL = 'all';

interface Chosen {
  value: string;
  label: string;
}
interface Option extends Chosen {
  disabled: boolean;
  note: string;
}
interface Values {
  people: Chosen[];
  roles: InspectorRole[];
}

/** People of the rosters come into the pool with their unit, post and phone. */
export function TakeOverDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const field = useFirstFocus<RefSelectProps>();
  const candidates = useCandidates(useDeferredValue(text.trim()));
  const take = useOperation(client.inspectors.takeOver, {
    success: ({ uids }) => `已加入 ${uids.length} 人`,
    undoable: true,
  });
  const free = candidates.filter(({ isInPool }) => !isInPool);

  async function submit({ people, roles }: Values): Promise<void> {
    if ((await take.run({ personUids: people.map(({ value }) => value), roles })).done) onClose();
  }

  /** The choice of all that were found stands for each of them. */
  function meantBy(chosen: readonly Chosen[]): Chosen[] {
    setText('');
    const named = chosen.filter(({ value }) => value !== ALL);
    if (named.length === chosen.length) return named;
    return [...named, ...free.map(chosenOf).filter((one) => !named.some(({ value }) => value === one.value))];
  }

  return (
    <FormDialog<Values>
      title="从名册加入"
      verb="加入"
      width={620}
      busy={take.running}
      initialValues={{ people: [], roles: ['inspector'] }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>
        单位、职务、电话照名册带入，专长和回避区县随后补上。可以输入单位名，把这个单位的人一次选进来。
      </p>
      <Form.Item
        name="people"
        label="名册里的人"
        getValueFromEvent={meantBy}
        rules={[{ required: true, message: '请至少选择一个人' }]}
      >
        <Select<Chosen[], Option>
          ref={field}
          labelInValue
          mode="multiple"
          placeholder="姓名、单位、职务或拼音首字母"
          options={
            free.length > 1 ? [...candidates.map(optionOf), allOption(free.length)] : candidates.map(optionOf)
          }
          optionRender={renderOption}
          showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
          notFoundContent={text.trim() === '' ? '请输入姓名或单位' : '名册里没有这样的人'}
        />
      </Form.Item>
      <Form.Item name="roles" label="角色">
        <Select mode="multiple" options={roleOptions} />
      </Form.Item>
    </FormDialog>
  );
}

function allOption(count: number): Option {
  return { value: ALL, label: `选中找到的 ${count} 人`, disabled: false, note: '' };
}

function chosenOf({ personUid, name }: PoolCandidate): Chosen {
  return { value: personUid, label: name };
}

function optionOf(candidate: PoolCandidate): Option {
  const { unitName, post, phone, isInPool } = candidate;
  const facts = [`${unitName}${post}`, phone].filter((fact) => fact !== '').join('，');
  return { ...chosenOf(candidate), disabled: isInPool, note: isInPool ? `${facts}，已在库` : facts };
}

function renderOption({ data }: { data: Option }) {
  return (
    <>
      {data.label} <span className={data.disabled ? '' : styles.grey}>{data.note}</span>
    </>
  );
}
