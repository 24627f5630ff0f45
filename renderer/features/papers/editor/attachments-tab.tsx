import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Button, Collapse } from 'antd';
import { attachmentLabel } from '#shared/rules/papers/printed-words.ts';
import { BodyEditor } from '#renderer/ui/paper-editor/body-editor.tsx';
import { TextField } from './fields.tsx';
import type { ContentProps } from './text-tab.tsx';

/** 附件 as part of the printed paper, numbered by their order. */
export function AttachmentsTab({ paper, change, mayEdit }: ContentProps) {
  const { attachments } = paper;
  const put = (index: number, part: Partial<(typeof attachments)[number]>): void => {
    const before = attachments[index];
    if (before !== undefined) change({ attachments: attachments.with(index, { ...before, ...part }) });
  };
  return (
    <>
      {attachments.length === 0 && <p>随正文一起印的附件写在这里，编号和附件说明由程序印上。</p>}
      <Collapse
        size="small"
        defaultActiveKey={attachments.length === 1 ? ['0'] : []}
        items={attachments.map(({ title, body }, index) => ({
          key: String(index),
          label: `${attachmentLabel(index, attachments.length)} ${title}`,
          ...(mayEdit
            ? {
                extra: (
                  <Button
                    type="text"
                    size="small"
                    aria-label={`去掉${attachmentLabel(index, attachments.length)}`}
                    icon={<DeleteOutlined aria-hidden />}
                    onClick={(event) => {
                      event.stopPropagation();
                      change({ attachments: attachments.toSpliced(index, 1) });
                    }}
                  />
                ),
              }
            : {}),
          children: (
            <>
              <TextField
                label="附件标题"
                value={title}
                onChange={(next) => put(index, { title: next })}
                disabled={!mayEdit}
                maxLength={100}
              />
              <BodyEditor
                label={attachmentLabel(index, attachments.length)}
                value={body}
                readOnly={!mayEdit}
                onChange={(next) => put(index, { body: next })}
              />
            </>
          ),
        }))}
      />
      {mayEdit && (
        <Button
          style={{ marginTop: 10 }}
          disabled={attachments.length >= 50}
          onClick={() => change({ attachments: [...attachments, { title: '', body: [] }] })}
        >
          添加附件
        </Button>
      )}
    </>
  );
}
