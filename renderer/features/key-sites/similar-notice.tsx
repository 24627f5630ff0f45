import { Alert, Button, Form } from 'antd';
import { useDeferredValue } from 'react';
import styles from './key-sites.module.css';
import { useSimilarSites } from './use-key-sites.ts';
import { isOffLedger, placeText } from './words.ts';

const SHOWN = 3;

interface SimilarNoticeProps {
  /** The site that is being changed. */
  exceptUid: string | null;
  onOpen: (uid: string) => void;
}

/** Within the form: which sites of the ledger what is typed there is likely the same as. */
export function SimilarNotice({ exceptUid, onOpen }: SimilarNoticeProps) {
  const form = Form.useFormInstance<{ name?: string; organizationUid?: string | null; address?: string }>();
  const name = useDeferredValue(Form.useWatch('name', form) ?? '');
  const organizationUid = useDeferredValue(Form.useWatch('organizationUid', form) ?? null);
  const address = useDeferredValue(Form.useWatch('address', form) ?? '');
  const similar = useSimilarSites({ name, organizationUid, address, exceptUid });
  if (similar.length === 0 || name.trim() === '') return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title="台账里可能已经有这家单位"
      description={
        <div className={styles.similar}>
          {similar.slice(0, SHOWN).map((site) => (
            <div key={site.uid}>
              <span>
                {site.name}（{[placeText(site), site.address].filter(Boolean).join('，')}）
                {isOffLedger(site) && '，已退出'}
              </span>
              <Button size="small" onClick={() => onOpen(site.uid)}>
                打开它
              </Button>
            </div>
          ))}
        </div>
      }
    />
  );
}
