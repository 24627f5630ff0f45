import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { goodPractices } from '#shared/rules/ledgers/definitions/good-practices.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import type { EvidencePlace } from './cell-evidence.tsx';

const FOUND = 30;
const LABEL = '从经验做法里选材料';

/** Takes the files of a good practice as evidence of an item, at once when it is chosen. */
export function PracticeSelect({ cell }: { cell: EvidencePlace }) {
  const [text, setText] = useState('');
  const { data } = useQuery(
    api.ledgers.list.queryOptions({
      input: {
        ledger: goodPractices.key,
        filter: { placeUid: null, due: 'all', chosen: {}, text },
        sort: { column: 'collectedOn', isDown: true },
        offset: 0,
        limit: FOUND,
      },
      placeholderData: (before) => before,
      meta: { tables: [goodPractices.table, 'organization_state'] },
    }),
  );
  const add = useOperation(client.evidence.addPractice, {
    success: ({ title, fileCount }) => `已把“${title}”的 ${fileCount} 份材料用作佐证`,
    undoable: true,
  });
  return (
    <Select<string | null>
      aria-label={LABEL}
      placeholder={LABEL}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      notFoundContent="没有找到，经验做法在“服务宣传”里登记"
      style={{ width: '100%' }}
      value={null}
      loading={add.running}
      options={(data?.rows ?? []).map(({ uid, values, place }) => ({
        value: uid,
        label: `${String(values[goodPractices.title] ?? '')}(${place.township || place.county})`,
      }))}
      onChange={(practiceUid) => {
        setText('');
        if (practiceUid !== null) void add.run({ ...cell, practiceUid });
      }}
    />
  );
}
