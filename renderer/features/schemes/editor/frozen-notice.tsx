import LockOutlined from '@ant-design/icons/LockOutlined';
import { paperDay } from '#shared/calendar/days.ts';
import type { SchemeDetail } from '#shared/contract/schemes.ts';
import styles from './scheme-editor.module.css';

/** Why nothing can be changed here, and what to do instead. */
export function FrozenNotice({ scheme }: { scheme: SchemeDetail }) {
  const { status, inForceFrom, periodCount } = scheme;
  if (status === 'draft') return null;
  const used = periodCount === 0 ? '还没有考核期使用它' : `${periodCount} 个考核期按它评分`;
  const text =
    status === 'inForce'
      ? `自${paperDay(inForceFrom ?? '')}起施行，内容不能再改(${used})。要修订请点“另起新版本”。`
      : `已被新版本替代，留作已评考核期的依据(${used})，不能再改。`;
  return (
    <p className={styles.frozen} role="note">
      <LockOutlined aria-hidden />
      {text}
    </p>
  );
}
