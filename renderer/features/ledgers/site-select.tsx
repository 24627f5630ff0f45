import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { siteTables } from '#renderer/ui/shared-queries.ts';

interface SiteSelectProps {
  label: string;
  /** Of the value, until something else is found. */
  chosenName?: string;
  /** From antd's Form.Item. */
  id?: string;
  value?: string | null;
  onChange?: (uid: string | null) => void;
}

const FOUND = 30;

/** Chooses a key site, found by name, pinyin initials or address. */
export function SiteSelect({ label, chosenName = '', id, value = null, onChange }: SiteSelectProps) {
  const [text, setText] = useState('');
  const filter = { view: 'active', placeUid: null, tradeUid: null, kindUid: null, text } as const;
  const found =
    useQuery(
      api.keySites.list.queryOptions({
        input: { filter, after: null, limit: FOUND },
        placeholderData: (before) => before,
        meta: { tables: siteTables },
      }),
    ).data?.rows ?? [];
  const options = found.map(({ uid, name }) => ({ value: uid, label: name }));
  const chosen =
    value === null || options.some((option) => option.value === value) ? [] : [{ value, label: chosenName }];
  return (
    <Select<string | null>
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      allowClear
      placeholder="名称或拼音首字母"
      showSearch={{ filterOption: false, onSearch: setText }}
      options={[...chosen, ...options]}
      value={value}
      onChange={(uid) => onChange?.(uid ?? null)}
    />
  );
}
