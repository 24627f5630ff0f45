import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { EarlierImportOptions } from '#shared/contract/papers.ts';
import { api, client } from '#renderer/app/client.ts';
import { ListImport, type OptionFieldsProps } from '#renderer/ui/table-import/list-import.tsx';
import { setupTables } from '../tables.ts';

const HINT =
  '一行一份：文号或序号、标题、印发日期、主送；有标题行时列的顺序不限。读出以后在上面选文种和文号系列；登记簿里已有的文号不重复登记；先核对，再导入。';

/** Papers issued before the program, from the old register. */
export function EarlierDialog({ onClose }: { onClose: () => void }) {
  const { kinds, series } = useSetup();
  const [kind] = kinds;
  const seriesUid = kind?.seriesUid ?? series[0]?.uid;
  if (kind === undefined || seriesUid === undefined) return null;
  return (
    <ListImport<EarlierImportOptions>
      what="以前的公文"
      unit="份"
      hint={HINT}
      text={null}
      read={client.papers.readTable}
      take={client.papers.importTable}
      firstOptions={{ kind: kind.code, seriesUid }}
      OptionFields={SeriesFields}
      onClose={onClose}
    />
  );
}

function SeriesFields({ options, onChange }: OptionFieldsProps<EarlierImportOptions>) {
  const { kinds, series } = useSetup();
  return (
    <>
      <Select
        aria-label="文种"
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 140 }}
        value={options.kind}
        options={kinds.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(code: string) => {
          const seriesUid = kinds.find((kind) => kind.code === code)?.seriesUid ?? options.seriesUid;
          onChange({ kind: code, seriesUid });
        }}
      />
      <Select
        aria-label="文号系列"
        style={{ minWidth: 260 }}
        value={options.seriesUid}
        options={series.map(({ uid, name, format }) => ({ value: uid, label: `${name}  ${format}` }))}
        onChange={(seriesUid: string) => onChange({ ...options, seriesUid })}
      />
    </>
  );
}

function useSetup() {
  const kinds = useQuery(api.papers.kinds.queryOptions({ meta: { tables: setupTables } })).data ?? [];
  const series = useQuery(api.papers.series.queryOptions({ meta: { tables: setupTables } })).data ?? [];
  return { kinds, series };
}
