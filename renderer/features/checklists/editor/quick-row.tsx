import { Button, Input, type InputRef, Segmented } from 'antd';
import { useRef, useState } from 'react';
import type { ChecklistDetail } from '#shared/contract/checklists.ts';
import {
  type ItemKind,
  itemKindNames,
  itemKinds,
  type PlacedItem,
  plainItem,
} from '#shared/rules/checklists/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { placeOfNext } from '#renderer/ui/outline/next-place.ts';
import outlineStyles from '#renderer/ui/outline/outline.module.css';
import styles from '../checklists.module.css';

interface QuickRowProps {
  list: ChecklistDetail;
  /** The line where the clerk stands. */
  current: PlacedItem | null;
  /** The new line: the next one follows it. */
  onAdded: (uid: string) => void;
}

/** The next line of the checklist; Enter enters it and asks for the one after it. */
export function QuickRow({ list, current, onAdded }: QuickRowProps) {
  const [chosen, setKind] = useState<ItemKind | null>(null);
  // A checklist begins with a section, mostly.
  const kind = chosen ?? (list.items.length === 0 ? 'section' : 'question');
  const [text, setText] = useState('');
  const [article, setArticle] = useState('');
  const field = useRef<InputRef>(null);
  const add = useOperation(client.checklists.addItem, { success: '已新增一行', undoable: true });

  async function submit(): Promise<void> {
    if (text.trim() !== '') {
      const line = current === null ? null : { ...current, isHeading: current.kind === 'section' };
      const place = placeOfNext(list.items, line, kind === 'section' ? 'heading' : 'line');
      const item = { ...plainItem, kind, text, article: kind === 'section' ? '' : article };
      const outcome = await add.run({ checklistUid: list.uid, place, item });
      if (!outcome.done) return;
      onAdded(outcome.value.uid);
      setText('');
      setArticle('');
      // What comes below a section are questions.
      setKind('question');
    }
    field.current?.focus();
  }

  const what = kind === 'section' ? '新标题' : '新的检查内容';
  return (
    <form
      className={outlineStyles.quick}
      aria-label="快速新增"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Segmented<ItemKind>
        aria-label="添加什么"
        value={kind}
        onChange={setKind}
        options={itemKinds.map((each) => ({ value: each, label: itemKindNames[each] }))}
      />
      <Input
        ref={field}
        className={outlineStyles.grow ?? ''}
        aria-label={what}
        placeholder={`${what}，回车新增${whereText(current, kind)}`}
        maxLength={300}
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {kind === 'question' && (
        <Input
          className={styles.article ?? ''}
          aria-label="新的检查内容的条款"
          placeholder="条款(可不填)"
          maxLength={200}
          autoComplete="off"
          value={article}
          onChange={({ target }) => setArticle(target.value)}
        />
      )}
      <Button htmlType="submit" loading={add.running}>
        新增
      </Button>
    </form>
  );
}

/** Where it will stand, as it ends a sentence. */
function whereText(current: PlacedItem | null, kind: ItemKind): string {
  if (current === null) return '到末尾';
  if (kind === 'section') return '';
  return current.kind === 'section' ? `到“${current.text}”下` : '到选中的一行之后';
}
