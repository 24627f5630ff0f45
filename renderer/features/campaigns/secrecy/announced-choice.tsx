import { Form, Segmented } from 'antd';
import { useSession } from '#renderer/app/session.tsx';
import styles from '../campaigns.module.css';
import { campaignLabels } from '../words.ts';

export function AnnouncedItem() {
  return (
    <Form.Item name="announced" label={campaignLabels.announced}>
      <Segmented
        aria-label={campaignLabels.announced}
        options={[
          { value: true, label: '明察' },
          { value: false, label: '暗访' },
        ]}
      />
    </Form.Item>
  );
}

/** What the choice of 暗访 does, which depends on whether the user has a password. */
export function UnannouncedHint() {
  const { user, users } = useSession();
  const hasPassword = users.find(({ uid }) => uid === user.uid)?.hasPassword === true;
  return (
    <p className={styles.hint}>
      暗访：公布以前，名称、日期和督查对象只有您和您指定的知情人看得到，别人只看到“暗访”。
      {hasPassword
        ? '这些都用密码加密保存；只有类型不加密。'
        : '您还没有密码，只在屏幕上保密，数据文件里不加密；要加密请先在右上角设密码。'}
    </p>
  );
}
