import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { KeySite } from '#shared/contract/key-sites.ts';
import { api } from '../app/client.ts';
import { siteTables } from './shared-queries.ts';
import { TabLeaves } from './tab-leaves.tsx';

const FOUND_SITES = 30;

interface SiteOption {
  value: string;
  label: string;
  note: string;
}

interface SiteSelectProps {
  /** Given by Form.Item. */
  id?: string;
  value?: string | null;
  onChange?: (uid: string) => void;
  onSite?: (site: KeySite) => void;
  /** What to do where the ledger has no such site. */
  notFound: string;
  /** What was chosen before, while no search has found it. */
  chosen?: { uid: string; name: string };
}

/** A site of the ledger, found by name, pinyin initials, place or address. */
export function SiteSelect({ id, value, onChange, onSite, notFound, chosen }: SiteSelectProps) {
  const [text, setText] = useState('');
  const sites = useFoundSites(useDeferredValue(text.trim()));
  const found = sites.map<SiteOption>(({ uid, name, countyName, townshipName }) => ({
    value: uid,
    label: name,
    note: `${countyName} ${townshipName}`.trim(),
  }));
  const isMissing =
    chosen !== undefined && value === chosen.uid && found.every((each) => each.value !== value);
  const options = isMissing ? [...found, { value: chosen.uid, label: chosen.name, note: '' }] : found;
  return (
    <TabLeaves>
      <Select<string, SiteOption>
        {...(id === undefined ? {} : { id })}
        placeholder="名称、拼音首字母、乡镇或地址"
        {...(value === undefined || value === null ? {} : { value })}
        options={options}
        optionRender={renderOption}
        showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
        notFoundContent={notFound}
        onChange={(uid) => {
          const site = sites.find((each) => each.uid === uid);
          if (site !== undefined) onSite?.(site);
          onChange?.(uid);
        }}
      />
    </TabLeaves>
  );
}

/** Sites of the ledger that a text finds. */
function useFoundSites(text: string): KeySite[] {
  const filter = { view: 'active', placeUid: null, tradeUid: null, kindUid: null, text } as const;
  const { data } = useQuery(
    api.keySites.list.queryOptions({
      input: { filter, after: null, limit: FOUND_SITES },
      placeholderData: (before) => before,
      meta: { tables: siteTables },
    }),
  );
  return data?.rows ?? [];
}

function renderOption({ data }: { data: SiteOption }) {
  return (
    <>
      {data.label} <span style={{ color: '#8c8c8c' }}>{data.note}</span>
    </>
  );
}
