import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { ReceivedSummary } from '#shared/contract/received-papers.ts';
import { api } from '#renderer/app/client.ts';

const OFFERED = 20;

interface ReceivedPaperSelectProps {
  /** What was chosen before; it need not be among the latest. */
  former: { uid: string; title: string } | null;
  /** A paper was chosen: other fields follow from it. */
  onPaper: (paper: ReceivedSummary) => void;
  /** From antd's Form.Item. */
  id?: string;
  value?: string | null;
  onChange?: (uid: string | null) => void;
}

/** The received paper under which something came in; the latest are offered first. */
export function ReceivedPaperSelect({ former, onPaper, id, value, onChange }: ReceivedPaperSelectProps) {
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const { data } = useQuery(
    api.receivedPapers.list.queryOptions({
      input: { view: 'all', year: null, text, after: null, limit: OFFERED },
      placeholderData: keepPreviousData,
      meta: { tables: ['received_paper', 'received_entry'] },
    }),
  );
  const rows = data?.rows ?? [];
  const options = rows.map(({ uid, sender, title }) => ({ value: uid, label: `${sender}：${title}` }));
  const isOffered = options.some((option) => option.value === former?.uid);
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      aria-label="对应收文"
      allowClear
      placeholder="收文登记过的，按标题、单位、字号查找"
      value={value ?? null}
      options={
        former === null || isOffered ? options : [{ value: former.uid, label: former.title }, ...options]
      }
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      notFoundContent="没有找到这样的收文"
      onChange={(uid) => {
        onChange?.(uid ?? null);
        const paper = rows.find((row) => row.uid === uid);
        if (paper !== undefined) onPaper(paper);
      }}
    />
  );
}
