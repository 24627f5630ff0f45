import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { LibraryLink } from '#shared/contract/library.ts';
import { api } from '#renderer/app/client.ts';
import { libraryTables } from './words.ts';

interface EntrySelectProps {
  /** From the form. */
  id?: string;
  value?: string | null;
  onChange?: (uid: string | null) => void;
  /** Not offered: the entry itself. */
  except: string | null;
  /** The one that is chosen already. */
  known: LibraryLink | null;
}

const SHOWN = 20;

/** Chooses an entry of the library by typing a part of its title or number. */
export function EntrySelect({ id, value = null, onChange, except, known }: EntrySelectProps) {
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const { data } = useQuery(
    api.library.list.queryOptions({
      input: { text, level: null, view: 'all', after: null, limit: SHOWN },
      placeholderData: (before) => before,
      meta: { tables: libraryTables },
    }),
  );
  const found = (data?.rows ?? []).filter(({ uid }) => uid !== except);
  const isMissing = known !== null && !found.some(({ uid }) => uid === known.uid);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      value={value}
      placeholder="输入名称或文号里的几个字"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent="没有找到，请先新增那份文件"
      options={[...(isMissing ? [known] : []), ...found].map(({ uid, title, number }) => ({
        value: uid,
        label: number === '' ? title : `${title}（${number}）`,
      }))}
      onChange={(uid: string | undefined) => onChange?.(uid ?? null)}
    />
  );
}
