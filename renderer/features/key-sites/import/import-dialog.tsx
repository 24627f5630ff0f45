import type { SiteImportOptions } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { ListImport, type OptionFieldsProps } from '#renderer/ui/table-import/list-import.tsx';
import styles from '../key-sites.module.css';
import { placeLevels } from '../words.ts';

interface ImportDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

const HINT =
  '一行一家，连标题行一起：单位名称、县(市、区)、乡镇(街道)、地址、行业、类别、负责人、电话，列的顺序不限。台账里已有的会更新，空着的格子不会抹掉原来的内容；先核对，再导入。';

export function ImportDialog({ text, onClose }: ImportDialogProps) {
  return (
    <ListImport<SiteImportOptions>
      what="重点单位"
      unit="家"
      hint={HINT}
      text={text}
      read={client.keySites.readTable}
      take={client.keySites.importTable}
      firstOptions={{ placeUid: null }}
      OptionFields={PlaceField}
      onClose={onClose}
    />
  );
}

function PlaceField({ options, onChange }: OptionFieldsProps<SiteImportOptions>) {
  return (
    <span className={styles.fallback}>
      没写区县的算在
      <OrganizationSelect
        aria-label="没写区县的算在"
        placeholder="选区县或乡镇"
        levels={placeLevels}
        value={options.placeUid}
        onChange={(placeUid) => onChange({ placeUid })}
      />
    </span>
  );
}
