import { Alert, Button } from 'antd';
import { shortInstant } from '#renderer/ui/instants.ts';
import type { DraftOfPage } from './use-draft.ts';

/** Offers what was typed and not saved when the page was last left. */
export function DraftBar({ draft, onTake }: { draft: DraftOfPage; onTake: (content: string) => void }) {
  const { left } = draft;
  if (left === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`您${shortInstant(left.updatedAt)}在这里写的内容还没有保存，程序替您留着。`}
      action={
        <>
          <Button
            size="small"
            type="primary"
            onClick={() => {
              onTake(left.content);
              void draft.settle(left.content);
            }}
          >
            接着写
          </Button>{' '}
          <Button size="small" onClick={() => void draft.settle(null)}>
            不要了
          </Button>
        </>
      }
    />
  );
}

/** How keeping goes, in a few words for the page's head. */
export function draftText({ state }: DraftOfPage): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'pending':
      return '正在写…';
    case 'kept':
      return `草稿已自动保存，${shortInstant(state.at)}`;
    case 'failed':
      return `草稿没有存上：${state.reason}`;
  }
}
