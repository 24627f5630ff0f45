import type { LedgerImportOptions } from '#shared/contract/ledgers.ts';
import { ledgerOf } from '#shared/rules/ledgers/definitions/index.ts';
import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { tableMeanings } from '#shared/rules/ledgers/table-columns.ts';
import { client } from '#renderer/app/client.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { ListImport, type OptionFieldsProps } from '#renderer/ui/table-import/list-import.tsx';
import styles from './ledgers.module.css';

interface ImportDialogProps {
  definition: LedgerDefinition;
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

export function ImportDialog({ definition, text, onClose }: ImportDialogProps) {
  const columns = tableMeanings(definition)
    .map(({ name }) => name)
    .join('、');
  return (
    <ListImport<LedgerImportOptions>
      what={definition.name}
      unit={definition.unit}
      hint={`一行一${definition.unit}，连标题行一起：${columns}，列的顺序不限。已登记的会更新，空着的格子不会抹掉原来的内容；先核对，再导入。`}
      text={text}
      read={client.ledgers.readTable}
      take={client.ledgers.importTable}
      firstOptions={{ ledger: definition.key, placeUid: null }}
      OptionFields={PlaceField}
      onClose={onClose}
    />
  );
}

function PlaceField({ options, onChange }: OptionFieldsProps<LedgerImportOptions>) {
  return (
    <span className={styles.fallback}>
      没写所在地的算在
      <OrganizationSelect
        aria-label="没写所在地的算在"
        placeholder="选区县或乡镇"
        levels={ledgerOf(options.ledger).levels}
        value={options.placeUid}
        onChange={(placeUid) => onChange({ ...options, placeUid })}
      />
    </span>
  );
}
