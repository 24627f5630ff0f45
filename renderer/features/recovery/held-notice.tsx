import { App, Button } from 'antd';
import styles from './recovery-page.module.css';

/** Over every page while nothing is written. */
export function HeldNotice({ onOpen }: { onOpen: () => void }) {
  const { modal } = App.useApp();

  function ask(): void {
    modal.confirm({
      title: '打开处理页面',
      content: '正在填写、还没有保存的内容会丢失；需要的，请先复制出来。',
      okText: '打开',
      cancelText: '先不打开',
      onOk: onOpen,
    });
  }

  return (
    <div className={styles.held} role="alert">
      数据检查发现问题，现在只能查阅和导出，不能录入。
      <Button size="small" onClick={ask}>
        处理
      </Button>
    </div>
  );
}
