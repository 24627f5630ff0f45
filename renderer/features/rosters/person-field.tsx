import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form } from 'antd';
import { useState } from 'react';
import type { FoundPerson } from '#shared/contract/roster-views.ts';
import { api } from '#renderer/app/client.ts';
import { rosterTables } from '#renderer/ui/shared-queries.ts';

interface KnownPerson {
  /** Of whom was chosen from the list, while the name is still theirs. */
  uidOf: (name: string) => string | null;
  /** Somebody was chosen from the list. */
  choose: (person: FoundPerson | null) => void;
}

export function useKnownPerson(onChoose: (person: FoundPerson) => void): KnownPerson {
  const [known, setKnown] = useState<FoundPerson | null>(null);
  return {
    uidOf: (name) => (known?.name === name.trim() ? known.uid : null),
    choose(person) {
      setKnown(person);
      if (person !== null) onChoose(person);
    },
  };
}

interface PersonFieldProps {
  onChoose: KnownPerson['choose'];
  disabled?: boolean;
}

/** The field `name` of a form: a new name, or somebody who is known from another roster. */
export function PersonField({ onChoose, disabled = false }: PersonFieldProps) {
  const name = Form.useWatch<string | undefined>('name') ?? '';
  const found = useQuery(
    api.rosters.findPeople.queryOptions({
      input: { text: name, limit: 8 },
      enabled: !disabled && name.trim() !== '',
      meta: { tables: rosterTables },
    }),
  );
  const people = found.data ?? [];
  return (
    <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
      <AutoComplete
        disabled={disabled}
        options={people.map(({ uid, name: label, unit, post }) => ({
          value: uid,
          label: `${label}  ${unit}${post}`,
        }))}
        onSelect={(uid: string) => onChoose(people.find((each) => each.uid === uid) ?? null)}
        placeholder="已有的人可从下面选"
      />
    </Form.Item>
  );
}
