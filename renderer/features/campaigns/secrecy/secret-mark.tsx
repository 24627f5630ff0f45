import LockOutlined from '@ant-design/icons/LockOutlined';
import type { CampaignSecrecy } from '#shared/contract/campaign-secrecy.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import styles from './secrecy.module.css';

/** Beside the title of a secret campaign: that it is one, and how far it is kept. */
export function SecretMark({ secrecy: { access, isSealed, knowers } }: { secrecy: CampaignSecrecy }) {
  return (
    <>
      <span className={styles.lock}>
        <LockOutlined aria-hidden="true" />
        暗访
      </span>
      {access === 'known' && <span>{knowers.length} 人知情</span>}
      {access === 'known' && !isSealed && <LightTag light="yellow" word="只在屏幕上保密" />}
    </>
  );
}
