import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { Modal } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { ChoiceList, useChoiceKeys } from '../../ui/choice-list.tsx';
import { FirstField } from '../../ui/first-field.tsx';
import styles from './palette.module.css';
import type { SearchResult } from './search-providers.ts';
import { useResults } from './use-results.ts';

/** Search over everything: type, arrow keys, Enter. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const { results, isOld } = useResults(text);
  const choose = (result: SearchResult): void => {
    navigate(result.href);
    onClose();
  };
  const choice = useChoiceKeys(results, choose, text, isOld);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') onClose();
    else choice.onKeyDown(event);
  }

  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      width={560}
      className={styles.palette ?? ''}
      destroyOnHidden
      // Without the opening motion the field has the focus before the clerk's next key.
      transitionName=""
      maskTransitionName=""
    >
      <FirstField
        size="large"
        variant="borderless"
        prefix={<SearchOutlined aria-hidden />}
        placeholder="输入文字或拼音首字母"
        aria-label="搜索"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        {...choice.inputProps}
      />
      <ChoiceList
        {...choice.listProps}
        label="搜索结果"
        empty="没有找到，换个词试试。"
        render={(result) => (
          <>
            <span className={styles.title}>{result.title}</span>
            <span className={styles.note}>{result.note}</span>
            <span className={styles.kind}>{result.kind}</span>
          </>
        )}
      />
    </Modal>
  );
}
