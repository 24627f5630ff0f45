import { Button, Result } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
}

/** Shows a broken page as words and a number instead of a white window; the rest of the shell goes on. */
export class ErrorBoundary extends Component<Props, { number: string | null }> {
  override state: { number: string | null } = { number: null };

  static getDerivedStateFromError(): { number: string } {
    return { number: Date.now().toString(36).toUpperCase() };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(this.state.number, error, info.componentStack);
  }

  override render(): ReactNode {
    const { number } = this.state;
    if (number === null) return this.props.children;
    return (
      <Result
        status="warning"
        title="这一页出错了"
        subTitle={`已保存的数据没有受影响。再次出现时，请把编号 ${number} 告诉维护人员。`}
        extra={[
          <Button key="again" type="primary" onClick={() => this.setState({ number: null })}>
            重新打开这一页
          </Button>,
          <Button key="reload" onClick={() => location.reload()}>
            重新载入程序
          </Button>,
        ]}
      />
    );
  }
}
